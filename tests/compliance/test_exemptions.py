from datetime import date

import pytest
from django.core.exceptions import ValidationError

from compliance.actions.employments import record_employments
from compliance.actions.exemptions import ask_exemption, decide_exemption
from compliance.models import Exemption, YearBalance
from people import groups
from people.models import Employment, Notice
from tests.factories import UserFactory, at

NOW = at(2026, 11, 22)


@pytest.fixture
def rita(rows):
    """A reviewer."""
    return UserFactory(groups=[groups.REVIEWER])


@pytest.fixture
def job(alice, office):
    row = Employment(person=alice, employer=office, role_id="social_worker", start=date(2025, 1, 1))
    return record_employments([row], at=NOW)[0]


@pytest.fixture
def asked(job, alice):
    return ask_exemption(person=alice, year=2026, reason="Mācības augstskolā", by=alice, at=NOW)


def decide(exemption, by, granted=True, decision="Ievērots"):
    return decide_exemption(exemption, granted=granted, decision=decision, by=by, at=NOW)


def test_reviewer_grants_and_the_norm_stays(asked, alice, rita):
    before = list(YearBalance.objects.order_by("pk").values())
    granted = decide(asked, rita)
    assert (granted.state, granted.decided_by, granted.decided_at) == ("granted", rita, NOW)
    assert list(YearBalance.objects.order_by("pk").values()) == before


@pytest.mark.parametrize(("granted", "kind"), [(True, "exemption_granted"), (False, "exemption_refused")])
def test_person_is_told(asked, alice, rita, granted, kind):
    decide(asked, rita, granted)
    notice = Notice.objects.get(person=alice)
    assert (notice.kind, notice.context["year"], notice.context["reason"]) == (kind, 2026, "Ievērots")


def test_nobody_decides_about_their_own(job, alice, bob, rita):
    alice.groups.set(rita.groups.all())
    own = ask_exemption(person=alice, year=2026, reason="Iemesls", by=alice, at=NOW)
    with pytest.raises(ValidationError, match="lemj kāds cits"):
        decide(own, alice)
    theirs = ask_exemption(person=alice, year=2025, reason="Iemesls", by=bob, at=NOW)
    with pytest.raises(ValidationError, match="lemj kāds cits"):
        decide(theirs, bob)


def test_second_reviewer_is_told_that_it_is_decided(asked, rita):
    decide(asked, rita, granted=False)
    with pytest.raises(ValidationError, match="jau"):
        decide(asked, UserFactory(groups=[groups.REVIEWER]))
    assert Exemption.objects.get().state == "refused"


def test_decision_has_a_reason(asked, rita):
    with pytest.raises(ValidationError):
        decide(asked, rita, decision=" ")


def test_asking_twice_is_refused_until_the_first_is_refused(asked, alice, rita):
    with pytest.raises(ValidationError, match="jau ir lūgts"):
        ask_exemption(person=alice, year=2026, reason="Vēlreiz", by=alice, at=NOW)
    decide(asked, rita, granted=False)
    assert ask_exemption(person=alice, year=2026, reason="Vēlreiz", by=alice, at=NOW).state == "asked"


@pytest.mark.parametrize("year", [2024, 2027])
def test_year_without_a_norm_has_nothing_to_be_exempt_from(job, alice, year):
    with pytest.raises(ValidationError, match="nav normas"):
        ask_exemption(person=alice, year=year, reason="Iemesls", by=alice, at=NOW)


def test_asking_needs_a_reason(job, alice):
    with pytest.raises(ValidationError):
        ask_exemption(person=alice, year=2026, reason=" ", by=alice, at=NOW)
