"""Parts of a page with a body of their own, and the fields of a form. Loaded into every template.

`{% component "page_header" title=title %}…{% endcomponent %}` renders `components/page_header.html` with what stands
between as `body`; a part without a body is a plain include.
"""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.utils import render_crispy_form
from django import forms, template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag(takes_context=True)
def component(context: template.RequestContext, content: str, part: str, **values: Any) -> SafeString:
    """The template of that name in `components/`, with `values` and the enclosed `body`; it sees nothing else."""
    shared = {key: context.get(key) for key in ("request", "csrf_token")}
    return render_to_string(f"components/{part}.html", {**shared, **values, "body": SafeString(content.strip())})


@register.simple_tag(takes_context=True)
def form_fields(context: template.Context, form: forms.Form, still: object = None) -> SafeString:
    """The fields as the form lays them out, with the cursor in the first one that is wrong, unless it keeps `still`.

    What is wrong with the form as a whole is said by `components/form.html`, above the fields.
    """
    helper = getattr(form, "helper", None) or FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.template = "components/fields.html"
    helper.layout = helper.layout or helper.build_default_layout(form)
    if not still:
        place_cursor(form, [pointer.name for pointer in helper.layout.get_field_names()])
    return SafeString(render_crispy_form(form, helper, context))


def place_cursor(form: forms.Form, order: list[str]) -> None:
    """Mark the first visible field, in this order, whose content was refused, so that the page opens there."""
    for name in [*order, *form.fields]:
        if name in form.errors and not form[name].is_hidden:
            form[name].field.widget.attrs["autofocus"] = True
            return
