import pytest
from tests.browser.conftest import DESK
from cooperatives.models import Cooperative
pytestmark=[pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
def test_x(open_as, person):
    page = open_as(person("admin"), size=DESK)
    pk = Cooperative.objects.get(slug="triunfo-verde").pk
    page.on("console", lambda l: print(page.url, l.text[:200], l.location))
    for a in ("/admin/", f"/admin/cooperatives/cooperative/{pk}/change/", f"/admin/cooperatives/cooperative/{pk}/history/", "/admin/premiums/expense/", "/admin/premiums/expense/add/"):
        page.goto(a); page.wait_for_timeout(300)
        page.screenshot(path=f"/tmp/admin{a.replace('/','_')}.png")
    page.goto("/"); page.screenshot(path="/tmp/board.png", full_page=True)
