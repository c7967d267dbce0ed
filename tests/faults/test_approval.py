"""Who approves a certificate may die at any moment: it is approved with all that follows, or it still waits."""

import os
import signal
import subprocess
import sys

import pytest

from compliance import audit
from compliance.actions.external import approve_external
from compliance.models import CreditEntry, ExternalCertificate, YearBalance
from people.models import Notice
from tests.database import database_url
from tests.factories import submitted
from tests.source import ROOT

pytestmark = pytest.mark.usefixtures("own_database")
KILLED = """
import django, os, signal, sys
django.setup()
from django.db import transaction
from compliance.actions.external import approve_external
from compliance.models import ExternalCertificate
from people.models import User
with transaction.atomic():
    approve_external(ExternalCertificate.objects.get(), by=User.objects.get(email="bob@example.lv"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_approval_killed_before_its_end_leaves_the_certificate_waiting(alice, bob):
    submitted(alice)
    known = os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    died = subprocess.run([sys.executable, "-c", KILLED], cwd=ROOT, env=known)

    certificate, balance = ExternalCertificate.objects.get(), YearBalance.objects.get(person=alice, kind="training")
    assert (died.returncode, certificate.state, balance.pending) == (-signal.SIGKILL, "submitted", 6)
    assert (CreditEntry.objects.count(), Notice.objects.filter(kind="external_approved").count()) == (0, 0)
    approve_external(certificate, by=bob)
    balance.refresh_from_db()
    assert (list(audit.findings()), balance.earned, balance.pending) == ([], 6, 0)
