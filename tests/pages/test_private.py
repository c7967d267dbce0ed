from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from compliance.actions.certificates import issue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["lms:home", "account_profile", "offices:staff", "offices:staff_csv"])
def test_what_is_shown_to_whoever_is_signed_in_is_kept_nowhere(client, bob, name):
    client.force_login(bob)
    answer = client.get(reverse(name), follow=True)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_a_certificate_is_kept_nowhere(client, alice, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(alice)
    facts = {"title": "Kurss", "hours": Decimal(8), "completed_on": date(2026, 5, 4)}
    certificate = issue(kind="course", person=alice, source_key="course-1", facts=facts)
    answer = client.get(reverse("compliance:certificate", args=[certificate.code]))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_guests_may_keep_public_pages():
    assert not Client().get("/").has_header("Cache-Control")
