"""A row's cells are rendered once for all who stand alike; whose row it is, they do not say."""

import re
from datetime import date

import pytest
from django.urls import reverse

from offices.templatetags.offices import rendered_cells
from tests.factories import EmployerFactory, UserFactory
from tests.offices.staffing import TODAY, earn, hire

pytestmark = pytest.mark.django_db
STAFF = reverse("offices:staff")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)
    rendered_cells.cache_clear()


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


def hired(office, hours):
    person = UserFactory(first_name="Anna", last_name=f"Nr{hours}")
    hire(person, office, start=date(2026, 1, 1))
    earn(person, hours, on=date(2026, 2, 2))
    return person


def cells(client, person, address=STAFF):
    """Plain text of what stands beside a name."""
    page = client.get(address).content.decode()
    row = re.search(rf'/{person.pk}/">[^<]+</a>(.*?)</tr>', page, re.DOTALL).group(1)
    return " ".join(re.sub("<[^>]+>", " ", row).split())


def test_who_stand_alike_have_the_same_cells(as_bob, office):
    one, other, better = hired(office, "20"), hired(office, "20"), hired(office, "24")
    for person in (one, other):
        assert cells(as_bob, person) == "Sociālais darbinieks 24 20 0 4 0/10 ○ zem plāna"
    assert cells(as_bob, better) == "Sociālais darbinieks 24 24 0 0 0/10 ● norma izpildīta"
    assert rendered_cells.cache_info().misses == 2


def test_cells_move_with_the_hours(as_bob, office):
    person = hired(office, "20")
    before = cells(as_bob, person)
    earn(person, "1", on=date(2026, 3, 3))
    assert (before, cells(as_bob, person)) == (
        "Sociālais darbinieks 24 20 0 4 0/10 ○ zem plāna",
        "Sociālais darbinieks 24 21 0 3 0/10 ○ zem plāna",
    )


def test_cells_are_in_the_language_of_the_page(as_bob, office):
    person = hired(office, "20.5")
    assert cells(as_bob, person).startswith("Sociālais darbinieks 24 20,5")
    assert cells(as_bob, person, f"/en{STAFF}").startswith("Social worker 24 20.5")


def test_place_is_told_where_it_does_not_go_without_saying(as_bob, office):
    person = hired(office, "20")
    unit = EmployerFactory(parent=office, name="Dienas centrs")
    other = UserFactory(last_name="Cita")
    hire(other, unit, start=date(2026, 1, 1))
    assert "Dienas centrs" in cells(as_bob, other)
    assert "Dienas centrs" not in cells(as_bob, person)
