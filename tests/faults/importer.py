"""Confirms an import in a process of its own and waits, with everything written and nothing committed, to be killed."""

import sys
import time

import django

django.setup()

from django.db import transaction  # noqa: E402 - Django must be set up first

from offices.actions.imports import confirm_import  # noqa: E402
from offices.models import ImportRun  # noqa: E402

with transaction.atomic():
    run = ImportRun.objects.get(pk=sys.argv[1])
    confirm_import(run, by=run.uploaded_by, at=run.uploaded_at)
    sys.stdout.write("written\n")
    sys.stdout.flush()
    time.sleep(600)
