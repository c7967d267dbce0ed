from decimal import Decimal

import pytest

from compliance.actions.external import approve_external, correct_external, reject_external, return_external
from people.models import Notice
from people.tasks import send_notices
from tests.factories import EmploymentFactory, at, submitted

pytestmark = pytest.mark.django_db
NOW = at(2026, 11, 22)


@pytest.fixture
def alice(alice, office):
    EmploymentFactory(person=alice, employer=office)
    return alice


def notices(kind):
    return list(Notice.objects.filter(kind=kind).values_list("person__email", flat=True))


def test_who_decides_hears_of_submissions_once_a_day(alice, bob):
    for moment in (at(2026, 3, 2, 9), at(2026, 3, 2, 17), at(2026, 3, 3, 9)):
        submitted(alice, at=moment)
    assert notices("external_submitted") == [bob.email] * 2


def test_the_person_hears_of_every_decision_with_its_reason(alice, bob):
    return_external(submitted(alice), by=bob, reason="Nav datuma", at=NOW)
    reject_external(submitted(alice), by=bob, reason="Nav par darbu", at=NOW)
    assert notices("external_returned") == notices("external_rejected") == [alice.email]
    assert Notice.objects.get(kind="external_rejected").context["reason"] == "Nav par darbu"


def test_mail_of_an_approval_says_how_much_and_where_to_look(alice, bob, mailoutbox):
    certificate = submitted(alice)
    approve_external(certificate, by=bob, at=NOW)
    correct_external(certificate, by=bob, amount=Decimal("7.5"), reason="Nepareizi nolasīts", at=NOW)
    send_notices()
    approved, corrected = (mail for mail in mailoutbox if mail.to == [alice.email])
    assert approved.subject == "Apliecība apstiprināta: Krīzes intervence"
    assert "Ieskaitītas akadēmiskās stundas: 6 (2026)." in approved.body
    assert f"/mans-gads/apliecibas/{certificate.pk}/" in approved.body
    assert "Ieskaitītas akadēmiskās stundas: 7,5 (2026).\nPamatojums: Nepareizi nolasīts" in corrected.body
