"""Here the tests themselves say where people work: alice, bob and charlie begin without an employment."""

import pytest

from people import groups
from tests.factories import AppointmentFactory, UserFactory


@pytest.fixture
def alice(rows):
    return UserFactory(email="alice@example.lv", first_name="Alise", last_name="Ozola", groups=[groups.SPECIALIST])


@pytest.fixture
def charlie(rows):
    return UserFactory(email="charlie@example.lv", groups=[groups.SPECIALIST])


@pytest.fixture
def bob(office):
    """The manager of the office."""
    bob = UserFactory(email="bob@example.lv", groups=[groups.SPECIALIST, groups.MANAGER])
    AppointmentFactory(manager=bob, employer=office)
    return bob
