"""Words without end, on a site of their own: whoever looks at other pages should not meet them."""

import pytest
from django.utils import timezone

from compliance.actions.exemptions import ask_exemption
from people.models import User
from tests.factories import submitted
from tests.journeys.scenes import staged
from tests.journeys.watching import overflow

pytestmark = pytest.mark.journey
ENDLESS = "Ļ" * 150


def test_words_without_end_stick_out_nowhere(open_window, site):
    key = staged()["specialist"]
    User.objects.filter(pk=key).update(last_name=ENDLESS)
    person, today = User.objects.get(pk=key), timezone.localdate()
    certificate = submitted(person, title=ENDLESS, at=timezone.now(), first_day=today, last_day=today)
    ask_exemption(person=person, year=today.year, reason=ENDLESS, by=person)

    manager, reviewer = open_window("vaditajs", width=360), open_window("apstiprinatajs", width=360)
    manager.goto(f"/apstiprinasana/{certificate.pk}/")
    assert (manager.locator("h1").inner_text(), overflow(manager)) == (ENDLESS, 0)
    manager.goto(f"/darbinieki/norikot/?person={person.pk}")
    assert overflow(manager) == 0
    reviewer.goto("/apstiprinasana/atbrivojumi/")
    assert overflow(reviewer) == 0
    specialist = open_window("specialists")
    specialist.goto("/mans-gads/")
    assert overflow(specialist) == 0
