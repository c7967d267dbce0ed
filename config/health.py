"""/livez: the process answers. /readyz: the database, the ledger's triggers and the broker (if set) do.

The search server is told of too, but the portal is ready without it.
"""

from celery import current_app
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from compliance.triggers import missing_triggers
from search import engines


@login_not_required
@require_safe
def livez(request):
    return HttpResponse("ok", content_type="text/plain")


def database_trouble():
    try:
        connection.ensure_connection()
    except DatabaseError:
        return "unreachable"
    return ""


def ledger_trouble():
    try:
        return ", ".join(missing_triggers(connection))
    except DatabaseError:
        return "unreachable"


def broker_trouble():
    try:
        with current_app.connection_for_write(connect_timeout=1) as broker:
            broker.ensure_connection(max_retries=0, timeout=1)
    except (OperationalError, OSError):
        return "unreachable"
    return ""


@login_not_required
@require_safe
def readyz(request):
    trouble = {"database": database_trouble(), "ledger_triggers": ledger_trouble()}
    if settings.CELERY_BROKER_URL:
        trouble["broker"] = broker_trouble()
    found = {part: what or "ok" for part, what in trouble.items()}
    if settings.SEARCH_URL:
        found["search"] = engines.server().trouble() or "ok"
    return JsonResponse(found, status=503 if any(trouble.values()) else 200)
