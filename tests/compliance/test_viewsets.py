import re
from datetime import date
from decimal import Decimal

import pytest

from compliance.actions.ledger import Original, award
from people import groups
from tests.factories import UserFactory, at


@pytest.fixture
def admin(client, rows):
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR]))


def test_administrator_reads_the_rules(client, admin):
    text = client.get("/cms/rule/").text
    assert "sociālais darbinieks" in text
    assert "2017. gada 1. jūlijs" in text


def test_administrator_reads_the_ledger(client, admin, alice):
    award(
        [Original(alice.pk, "training", Decimal(4), date(2026, 5, 31), "course", "a", "Supervīzija")], at=at(2026, 6, 1)
    )
    text = client.get("/cms/creditentry/").text
    assert "Supervīzija" in text
    assert re.findall(r"<td[^>]*>\s*([\d,]+)\s*</td>", text) == ["4"]


def test_everything_inspected_has_a_latvian_name(client, admin, alice):
    credit = Original(alice.pk, "training", Decimal(4), date(2026, 5, 31), "course", "a", "Supervīzija")
    (entry,) = award([credit], at=at(2026, 6, 1))
    text = client.get(f"/cms/creditentry/inspect/{entry.pk}/").text
    assert re.findall(r"<dt>(.*?)</dt>", text) == [
        "Persona", "Kārtas numurs", "Ieraksts", "Atceļ ierakstu", "Labo ierakstu", "Veids", "Mērvienība", "Apjoms",
        "Ieskaites diena", "Gads", "Avots", "Avota atslēga", "Avota versija", "Nosaukums", "Īstenotājs", "Pierādījums",
        "Pamatojums", "Kas maksāja vai nosūtīja", "Ierakstīja", "Ierakstīts",
    ]  # fmt: skip
    assert "None" not in text.partition("<dl")[2].partition("</dl>")[0]


@pytest.mark.parametrize(
    "path", ["/cms/rule/new/", "/cms/rule/edit/1/", "/cms/rule/delete/1/", "/cms/creditentry/new/"]
)
def test_nothing_is_edited_there(client, admin, path):
    response = client.get(path)
    assert (response.status_code, response.url) == (302, "/cms/")


@pytest.mark.parametrize("group", [groups.EDITOR, groups.MODERATOR])
def test_others_do_not_see_the_ledger(client, db, group):
    client.force_login(UserFactory(groups=[group]))
    assert client.get("/cms/creditentry/").status_code == 302
