from datetime import date

import pytest

from people import groups
from search.models import Unfound, unfound
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
REPORT = "/cms/reports/nav-atrasts/"


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    return client


def ask(text, *days):
    for day in days:
        Unfound.ask(text, day=date(2026, 11, day))


def test_editors_see_what_is_asked_most(editor):
    ask("atkariba", 1)
    ask("bezpajumtnieki", 1, 2, 3)
    shown = editor.get(REPORT).content.decode()
    assert shown.index("bezpajumtnieki") < shown.index("atkariba")
    assert 'href="/meklet/?q=bezpajumtnieki"' in shown
    assert "2026. gada 3. novembris" in shown


def test_the_report_can_be_taken_along(editor):
    ask("bezpajumtnieki", 1, 3)
    table = b"".join(editor.get(f"{REPORT}?export=csv").streaming_content).decode()
    assert table.splitlines()[1] == "bezpajumtnieki,2,2026-11-03"
    assert editor.get(f"{REPORT}?export=xlsx").status_code == 200


def test_it_is_for_editors_only(client):
    client.force_login(UserFactory(groups=[groups.SPECIALIST]))
    assert client.get(REPORT).status_code in (302, 403)


def test_what_nobody_asks_any_more_is_forgotten():
    ask("atkariba", 1)
    Unfound.forget(day=date(2027, 1, 30))
    assert Unfound.objects.exists()
    Unfound.forget(day=date(2027, 1, 31))
    assert not Unfound.objects.exists()


def test_machines_that_ask_forever_fill_nothing(monkeypatch):
    monkeypatch.setattr(unfound, "MOST", 2)
    ask("atkariba", 1)
    ask("bezpajumtnieki", 2)
    ask("cits", 3)
    ask("atkariba", 4)
    assert dict(Unfound.objects.values_list("text", "times")) == {"atkariba": 2, "bezpajumtnieki": 1}


def test_popular_searches_are_not_counted_so_not_shown(editor):
    assert "searchpicks/reports" not in editor.get("/cms/").content.decode()


@pytest.mark.parametrize("group", [groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR])
def test_who_writes_may_recommend(client, group):
    client.force_login(UserFactory(groups=[group]))
    assert client.get("/cms/searchpicks/add/").status_code == 200
