"""A page appears and goes away at the time its editor set, with nobody pressing anything."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from glossary.models import TermUse
from pages.models import HomePage, StandardPage
from pages.tasks import publish_scheduled
from tests.factories import streamed
from tests.glossary.conftest import add_term

pytestmark = pytest.mark.django_db
AN_HOUR = timedelta(hours=1)


@pytest.fixture
def page():
    text = streamed("text") | {"value": "<p>Par supervīzijām.</p>"}
    page = StandardPage(title="Vēlāk", slug="velak", body=[text], live=False)
    return HomePage.objects.get(slug="home").add_child(instance=page)


def publish(page, **times):
    for name, moment in times.items():
        setattr(page, name, moment)
    page.save_revision().publish()


def test_a_page_goes_live_at_its_time_and_is_worked_out_as_if_published_by_hand(page, client, time_machine):
    add_term("supervīzija")
    publish(page, go_live_at=timezone.now() + AN_HOUR)
    publish_scheduled()
    assert client.get("/velak/").status_code == 404
    time_machine.move_to(timezone.now() + 2 * AN_HOUR)
    publish_scheduled()
    assert client.get("/velak/").status_code == 200
    assert TermUse.objects.filter(page=page).count() == 1


def test_a_page_goes_away_at_its_time(page, client, time_machine):
    publish(page, expire_at=timezone.now() + AN_HOUR)
    publish_scheduled()
    assert client.get("/velak/").status_code == 200
    time_machine.move_to(timezone.now() + 2 * AN_HOUR)
    publish_scheduled()
    page.refresh_from_db()
    assert (page.live, page.expired) == (False, True)


def test_it_is_looked_after_each_minute():
    assert {"task": "pages.tasks.publish_scheduled", "schedule": 60} in settings.CELERY_BEAT_SCHEDULE.values()
