"""The pages of the assemblies: who came, what was voted, the papers."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from config.uploads import AcceptedFile
from cooperatives.models import Cooperative, User
from premiums.actions.decide_resolution import reject_resolution
from premiums.actions.record_assembly import attach_assembly_file
from premiums.models import Activity, Assembly, AssemblyFile
from tests.factories import AssemblyFactory, AssemblyRuleFactory, ResolutionFactory, exceptional_activity
from tests.premiums.test_vouchers import PDF, picture

pytestmark = pytest.mark.django_db

TYPED = {
    "held_on": "2013-03-10",
    "held_precision": "day",
    "kind": "ordinary",
    "call": "1",
    "entitled": "100",
    "present_women": "20",
    "present_men": "40",
    "quorum_percent": "51",
}


def page(view: str, *keys: Any) -> str:
    return reverse(f"premiums:{view}", args=["triunfo", *keys])


@pytest.fixture
def assembly(cooperative: Cooperative) -> Assembly:
    return AssemblyFactory.create(cooperative=cooperative)


@pytest.fixture
def paper(assembly: Assembly, treasurer: User) -> AssemblyFile:
    return attach_assembly_file(
        assembly=assembly, kind="minutes", file=AcceptedFile(PDF, "application/pdf", "acta.pdf"), by=treasurer
    )


def test_assembly_create_records_it_with_its_papers(signed_in: Client, cooperative: Cooperative) -> None:
    assert signed_in.get(page("assembly_create")).status_code == 200
    files = {
        "minutes": SimpleUploadedFile("acta.pdf", PDF),
        "attendance": SimpleUploadedFile("lista.jpg", picture("JPEG")),
    }
    response = signed_in.post(page("assembly_create"), TYPED | files, follow=True)
    assembly = Assembly.objects.get()
    assert (assembly.cooperative, assembly.present, assembly.quorum_percent) == (cooperative, 60, 51)
    assert sorted(assembly.files.values_list("kind", "content_type")) == [
        ("attendance", "image/jpeg"),
        ("minutes", "application/pdf"),
    ]
    assert "There was a quorum: 60 of 100 came, 51 were needed." in response.content.decode()


def test_assembly_create_uses_the_rule_of_the_cooperative(signed_in: Client, cooperative: Cooperative) -> None:
    AssemblyRuleFactory.create(cooperative=cooperative)
    assert "51 % at the first call, 33 % at the second" in signed_in.get(page("assembly_create")).content.decode()
    signed_in.post(page("assembly_create"), TYPED | {"quorum_percent": "", "call": "2"})
    assert Assembly.objects.get().quorum_percent == 33


def test_assembly_create_goes_back_to_where_the_vote_waits(signed_in: Client, activity: Activity) -> None:
    vote = page("plan_decide", activity.plan_id)
    assert signed_in.post(f"{page('assembly_create')}?next={vote}", TYPED)["Location"] == vote
    elsewhere = signed_in.post(f"{page('assembly_create')}?next=//evil.example", TYPED)["Location"]
    assert elsewhere == page("assembly_detail", Assembly.objects.latest("pk").pk)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"present_men": "81"}, "101 people present are more than the 100 who may vote"),
        ({"held_on": "2199-01-01"}, "The date lies in the future"),
        ({"quorum_percent": ""}, "Write the quorum"),
        ({"quorum_percent": "0"}, "percentage above 0"),
        ({"entitled": "-1"}, "greater than or equal to 0"),
        ({"call": "3"}, "Select a valid choice"),
        ({"minutes": SimpleUploadedFile("acta.pdf", b"hola")}, "be read as a photo or a PDF"),
    ],
)
def test_assembly_create_says_what_is_wrong(signed_in: Client, typed: dict[str, Any], sentence: str) -> None:
    response = signed_in.post(page("assembly_create"), TYPED | typed)
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Assembly.objects.exists()


def test_assembly_detail_shows_quorum_votes_and_why_a_resolution_was_rejected(
    signed_in: Client, assembly: Assembly, admin: User
) -> None:
    row = ResolutionFactory.create(assembly=assembly, votes_for=30, votes_against=30, votes_abstained=0, votes_blank=0)
    reject_resolution(resolution=row, by=admin)
    text = signed_in.get(page("assembly_detail", assembly.pk)).content.decode()
    assert "51 were needed, 60 came" in text
    assert "30 for, 30 against; more for than against is needed" in text
    assert '<rect class="vote-against" x="500" width="500"' in text


def test_assembly_detail_of_a_historic_one_says_what_is_not_recorded(
    signed_in: Client, cooperative: Cooperative
) -> None:
    blank = {"present_women": None, "present_men": None, "entitled": None, "quorum_percent": None}
    historic = AssemblyFactory.create(
        cooperative=cooperative, is_historic=True, source="A book", kind="", call=None, **blank
    )
    text = signed_in.get(page("assembly_detail", historic.pk)).content.decode()
    assert "not recorded" in text
    assert "A book" in text


def test_assembly_attach_adds_a_paper(signed_in: Client, assembly: Assembly) -> None:
    assert signed_in.get(page("assembly_attach", assembly.pk)).status_code == 200
    files = {"kind": "attendance", "file": SimpleUploadedFile("lista.png", picture("PNG"))}
    signed_in.post(page("assembly_attach", assembly.pk), files)
    assert AssemblyFile.objects.get().kind == "attendance"
    refused = signed_in.post(
        page("assembly_attach", assembly.pk), {"kind": "minutes", "file": SimpleUploadedFile("acta.pdf", b"x")}
    )
    assert refused.status_code == 422
    assert "be read as a photo or a PDF" in refused.content.decode()


@pytest.mark.parametrize("person", ["treasurer", "oversight", "manager", "admin"])
def test_assembly_file_is_served_to_who_may_see_the_cooperative(
    client: Client, request: pytest.FixtureRequest, paper: AssemblyFile, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    response = client.get(page("assembly_file", paper.pk))
    assert b"".join(response) == PDF  # type: ignore[call-overload]
    assert "attachment" in response["Content-Disposition"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert client.get(page("assembly_file", uuid.uuid4())).status_code == 404


def test_assembly_file_that_is_missing_is_not_found(signed_in: Client, paper: AssemblyFile) -> None:
    Path(paper.file.path).unlink()
    assert signed_in.get(page("assembly_file", paper.pk)).status_code == 404


@pytest.mark.as_person("outsider")
@pytest.mark.parametrize(
    "view", ["assembly_list", "assembly_create", "assembly_detail", "assembly_attach", "assembly_file"]
)
def test_assemblies_of_another_cooperative_are_not_found(
    signed_in: Client, assembly: Assembly, paper: AssemblyFile, view: str
) -> None:
    keys = {"assembly_detail": [assembly.pk], "assembly_attach": [assembly.pk], "assembly_file": [paper.pk]}
    assert signed_in.get(page(view, *keys.get(view, []))).status_code == 404


@pytest.mark.as_person("outsider")
def test_a_key_below_ones_own_cooperative_opens_no_row_of_another(
    signed_in: Client, assembly: Assembly, paper: AssemblyFile
) -> None:
    for view, key in (("assembly_detail", assembly.pk), ("assembly_file", paper.pk)):
        assert signed_in.get(reverse(f"premiums:{view}", args=["vecina", key])).status_code == 404


@pytest.mark.parametrize("person", ["oversight", "manager"])
def test_assemblies_are_read_only_to_who_keeps_no_premium(
    client: Client, request: pytest.FixtureRequest, assembly: Assembly, person: str
) -> None:
    client.force_login(request.getfixturevalue(person))
    for address in (page("assembly_create"), page("assembly_attach", assembly.pk)):
        assert client.get(address).status_code == client.post(address, TYPED).status_code == 403
    for address in (page("assembly_list"), page("assembly_detail", assembly.pk)):
        text = client.get(address).content.decode()
        assert page("assembly_create") not in text
        assert page("assembly_attach", assembly.pk) not in text


def test_assemblies_refuse_other_methods(signed_in: Client, assembly: Assembly, paper: AssemblyFile) -> None:
    for address in (page("assembly_list"), page("assembly_detail", assembly.pk), page("assembly_file", paper.pk)):
        assert signed_in.post(address).status_code == 405
    for address in (page("assembly_create"), page("assembly_attach", assembly.pk)):
        assert signed_in.put(address).status_code == 405


def test_assembly_list_begins_with_the_newest(signed_in: Client, cooperative: Cooperative) -> None:
    for held_on in ("2011-05-01", "2013-05-01", "2012-05-01"):
        AssemblyFactory.create(cooperative=cooperative, held_on=held_on)
    AssemblyFactory.create(
        cooperative=cooperative, held_on=None, held_precision="", is_historic=True, source="An article"
    )
    found = signed_in.get(page("assembly_list")).context["page_obj"]
    assert [row.held_on and row.held_on.year for row in found] == [2013, 2012, 2011, None]


def test_assembly_list_without_any_says_what_to_do(signed_in: Client, cooperative: Cooperative) -> None:
    assert "No assembly recorded yet" in signed_in.get(page("assembly_list")).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_assembly_list_asks_the_same_number_of_queries(
    signed_in: Client, activity: Activity, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(rows):
        assembly = AssemblyFactory.create(cooperative=activity.cooperative)
        ResolutionFactory.create(assembly=assembly)
        exceptional_activity(activity.plan, activity.approved)
    with django_assert_num_queries(9):
        signed_in.get(page("assembly_list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_assembly_detail_asks_the_same_number_of_queries(
    signed_in: Client,
    activity: Activity,
    assembly: Assembly,
    treasurer: User,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        ResolutionFactory.create(assembly=assembly, plan=activity.plan)
        exceptional_activity(activity.plan, activity.approved)
        attach_assembly_file(
            assembly=assembly, kind="minutes", file=AcceptedFile(PDF, "application/pdf", "a.pdf"), by=treasurer
        )
    with django_assert_num_queries(11):
        signed_in.get(page("assembly_detail", assembly.pk))
