"""What every installation has from its first migrate."""

from datetime import date

import pytest
from django.contrib.auth.models import Group

from people import groups
from people.models import Municipality, MunicipalitySuccession, Role
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_every_group_is_there():
    assert set(Group.objects.values_list("name", flat=True)) == set(groups.ALL)


def test_roles_are_in_the_form_of_the_law():
    assert [str(role) for role in Role.objects.all()] == [
        "sociālais darbinieks",
        "karitatīvais sociālais darbinieks",
        "sociālais aprūpētājs",
        "sociālais rehabilitētājs",
        "sociālās palīdzības organizators",
        "aprūpētājs",
        "institūcijas vadītājs",
        "struktūrvienības vadītājs",
        "vadības līmeņa speciālists",
        "ģimenes asistents",
    ]


@pytest.mark.parametrize(
    ("day", "number"),
    [(date(2021, 6, 30), 119), (date(2021, 7, 1), 43), (date(2025, 6, 30), 43), (date(2025, 7, 1), 42)],
)
def test_municipalities_of_a_day(day, number):
    assert Municipality.objects.valid_on(day).count() == number


def test_weakly_sourced_municipality_is_not_verified():
    assert [str(row) for row in Municipality.objects.filter(verified=False)] == ["Alsungas novads"]


def test_every_municipality_of_before_the_reform_has_one_default_successor():
    old = Municipality.objects.valid_on(date(2021, 6, 30))
    successions = MunicipalitySuccession.objects.filter(predecessor__in=old, is_default=True)
    assert successions.values("predecessor").distinct().count() == successions.count() == 119


@pytest.mark.parametrize(
    ("group", "enters"),
    [
        (groups.SPECIALIST, False),
        (groups.MANAGER, False),
        (groups.REVIEWER, False),
        (groups.ANALYST, False),
        (groups.EDITOR, True),
        (groups.MODERATOR, True),
        (groups.ADMINISTRATOR, True),
    ],
)
def test_who_enters_the_cms(group, enters):
    assert UserFactory(groups=[group]).has_perm("wagtailadmin.access_admin") is enters
