{% load static %}// The service worker of Beneficio, version {{ version }}. What it does is in the module; see docs/offline.md.
import { start } from "{% static "js/worker.js" %}";

start({ unsent: "{% url "premiums:unsent_list" %}", token: "{% url "premiums:draft_token" %}" });
