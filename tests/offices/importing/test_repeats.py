from datetime import date
from decimal import Decimal

import pytest

from compliance.actions.external import approve_external
from tests.factories import AppointmentFactory, at, submitted
from tests.offices.staffing import NOW, completed

from .lists import check_training, imported, training

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 5)
OF_COURSE = [2, "iespējams, atkārto jau ieskaitīto: „Motivējošā intervēšana”, 05.05.2026 (e-kurss)."]


@pytest.mark.parametrize(
    ("row", "warnings"),
    [
        ({"title": "Motivējoša intervēšana"}, [OF_COURSE]),
        ({"title": "Pavisam kas cits", "hours": "4"}, [OF_COURSE]),
        ({"title": "Pavisam kas cits"}, []),
        ({"title": "Motivējošā intervēšana", "day": "06.05.2026"}, []),
        ({"title": "Motivējošā intervēšana", "hours": "4", "kind": "supervīzija"}, []),
    ],
    ids=["like title", "as many hours", "another", "another day", "another kind"],
)
def test_a_course_of_the_same_day_is_warned_of(bob, alice, office, row, warnings):
    completed(alice, "Motivējošā intervēšana", DAY)
    run = check_training(bob, office, training(**row))
    assert (run.warnings, run.errors, run.changes) == (warnings, [], True)


def approved(person, by):
    days = {"first_day": date(2026, 5, 4), "last_day": DAY}
    return approve_external(
        submitted(person, title="Supervīzijas pamati", hours=Decimal(8), at=at(2026, 6, 1), **days), by=by, at=NOW
    )


@pytest.mark.parametrize(("row", "number"), [({"day": "04.05.2026", "hours": "8"}, 1), ({"day": "04.05.2026"}, 0)])
def test_an_approved_certificate_of_overlapping_days_is_warned_of(bob, alice, office, row, number):
    approved(alice, AppointmentFactory(employer=office).manager)
    assert len(check_training(bob, office, training(**row)).warnings) == number


def test_the_warned_rows_are_imported_all_the_same(bob, alice, office):
    completed(alice, "Seminārs", DAY)
    assert imported(check_training(bob, office, training())).state == "imported"


def test_others_and_what_is_known_are_not_warned_of(bob, alice, charlie, office):
    imported(check_training(bob, office, training()))
    for someone in (alice, charlie):
        completed(someone, "Seminārs", DAY)
    assert check_training(bob, office, training()).warnings == []
