"""Opening and sending the forms of the admin as a browser does it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib.messages import get_messages
from django.db import models
from django.forms import BaseForm, MultiWidget
from django.test import Client
from django.urls import reverse


def page(row: models.Model | type[models.Model], name: str) -> str:
    """The address of a page of the admin: "changelist", "add", or one of a row ("change", "delete", "history")."""
    keys = [row.pk] if isinstance(row, models.Model) and name not in ("changelist", "add") else []
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{name}", args=keys)


def send(client: Client, url: str, **changes: Any) -> Any:
    """Open a form, change some fields, and send it; everything else goes back as the page had it."""
    response = client.get(url)
    assert response.status_code == 200
    data: dict[str, Any] = {}
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    inline_forms = [form for formset in formsets for form in (formset.management_form, *formset.forms)]
    for form in (response.context["adminform"].form, *inline_forms):
        data |= _values(form)
    return client.post(url, data | changes)


def _values(form: BaseForm) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, field in form.fields.items():
        bound = form[name]
        value = bound.value()
        if isinstance(field.widget, MultiWidget):
            for number, part in enumerate(field.widget.decompress(value)):
                values[f"{bound.html_name}_{number}"] = "" if part is None else str(part)
        elif value is not None and value is not False:
            values[bound.html_name] = value.isoformat() if isinstance(value, dt.date) else value
    return values


def choose(client: Client, action: str, *rows: models.Model, **more: Any) -> Any:
    """Choose rows in the list and do something with them; follows to the list that tells what happened."""
    data = {"action": action, "_selected_action": [row.pk for row in rows], **more}
    return client.post(page(rows[0], "changelist"), data, follow=True)


def told(response: Any) -> str:
    """The messages of a page as one text."""
    return " ".join(str(message) for message in get_messages(response.wsgi_request)) or " ".join(
        str(message) for message in response.context["messages"]
    )


def refused(response: Any) -> str:
    """The sentences of a form that was not saved; fails when it was."""
    assert response.status_code == 200
    form = response.context["adminform"].form
    sentences = [str(error) for errors in form.errors.values() for error in errors]
    for inline in response.context["inline_admin_formsets"]:
        for errors in inline.formset.errors:
            sentences += [str(error) for one in errors.values() for error in one]
    assert sentences, "the form was not refused"
    return " ".join(sentences)
