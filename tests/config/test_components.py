"""Parts of a page with a body, and forms: what was refused is said, and the cursor is where it has to be."""

from __future__ import annotations

import re

from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from config.fields import FilesField


class Asked(forms.Form):
    """A form whose last field is asked first."""

    key = forms.CharField(widget=forms.HiddenInput)
    note = forms.CharField(required=False, max_length=5)
    amount = forms.IntegerField()
    field_order = ("amount", "note", "key")


class AskedWithPaper(Asked):
    """The same with a file."""

    papers = FilesField(required=False)


def shell(form: forms.Form | None, extra: str = "") -> str:
    source = (
        f'{{% component "form" form=form submit="Keep" cancel_url="/back/" {extra} %}}<i>more</i>{{% endcomponent %}}'
    )
    request = RequestFactory().get("/")
    return Template(source).render(Context({"form": form, "request": request, "csrf_token": "token", "submit": "no"}))


def focused(html: str) -> list[str]:
    return re.findall(r'<(?:input|select|textarea|div)[^>]*?(?:name="(\w+)"|role="(alert)")[^>]*\bautofocus', html)


def test_the_cursor_is_in_the_first_field_that_is_wrong_in_the_order_it_is_asked() -> None:
    html = shell(Asked(QueryDict("key=&note=too long&amount=much")))
    assert focused(html) == [("amount", "")]
    assert "Nothing was saved yet." in html
    assert 'value="too long"' in html


def test_a_refusal_of_the_whole_form_has_the_cursor_before_its_fields() -> None:
    form = Asked(QueryDict("key=a&amount=1"))
    form.add_error(None, "Only 3 < 4 is left.")
    html = shell(form)
    assert focused(html) == [("", "alert")]
    assert html.count("Only 3 &lt; 4 is left.") == 1


def test_a_hidden_field_never_has_the_cursor() -> None:
    assert focused(shell(Asked(QueryDict("key=&amount=1")))) == []


def test_a_form_that_is_shown_first_or_keeps_still_takes_no_cursor() -> None:
    assert focused(shell(Asked())) == []
    assert focused(shell(Asked(QueryDict("amount=much")), "still=True")) == []


def test_a_form_warns_before_it_is_left_and_one_without_fields_does_not() -> None:
    assert "data-unsaved" in shell(Asked())
    assert "data-unsaved" not in shell(None)
    assert "data-once" in shell(None)


def test_only_a_form_with_files_sends_files() -> None:
    assert "multipart/form-data" in shell(AskedWithPaper())
    assert "js/file-input.js" in shell(AskedWithPaper())
    assert "multipart/form-data" not in shell(Asked())


def test_a_part_sees_what_it_is_given_and_its_body_and_nothing_else() -> None:
    html = shell(None)
    assert ">Keep</button>" in html
    assert "<i>more</i>" in html
    source = '{% component "page_header" title=title %}{{ said }}{% endcomponent %}'
    html = Template(source).render(Context({"title": "<b>", "subtitle": "not given", "said": "<u>"}))
    assert "<h1>&lt;b&gt;</h1>" in html
    assert "not given" not in html
    assert "&lt;u&gt;" in html


def test_a_button_that_warns_says_what_will_happen_before_anything_is_sent() -> None:
    source = '{% component "button" label="Take out" warn="It is gone." %}{% endcomponent %}'
    html = Template(source).render(Context({"csrf_token": "token"}))
    assert html.index("<summary") < html.index("It is gone.") < html.index('type="submit"')
    plain = Template('{% component "button" label="Accept" %}{% endcomponent %}').render(Context({"csrf_token": "t"}))
    assert "<details" not in plain
    assert 'name="csrfmiddlewaretoken"' in plain
