"""What is wrong with the settings, told by `manage.py check` with the way out."""

import re
from urllib.parse import urlsplit

from celery import current_app
from django.conf import settings
from django.core import checks

from compliance import portal_keys

from .settings import DEVELOPMENT_STATEMENT_KEY

SEARCH_ADDRESS = re.compile(r"(elasticsearch|https?)://[^/?#]+(/([a-z0-9][-\w.]*/?)?)?(\?ca_certs=.+)?$", re.ASCII)
LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "::1", ".localhost", "testserver"}


@checks.register(checks.Tags.caches)
def check_workers_share_a_cache(**kwargs):
    if settings.WEB_CONCURRENCY > 1 and not settings.REDIS_URL:
        yield checks.Error(
            f"{settings.WEB_CONCURRENCY} web workers have no cache in common.",
            hint="Set REDIS_URL, or WEB_CONCURRENCY=1: throttling and cached pages would differ by worker.",
            id="config.E001",
        )


@checks.register(checks.Tags.security)
def check_debug_stays_at_home(**kwargs):
    abroad = sorted(host for host in settings.ALLOWED_HOSTS if host not in LOOPBACK and not host.endswith(".localhost"))
    if settings.DEBUG and abroad:
        yield checks.Error(
            f"DEBUG is on while the portal answers to {', '.join(abroad)}.",
            hint="Set DEBUG=false, or take those names out of ALLOWED_HOSTS.",
            id="config.E002",
        )


@checks.register(checks.Tags.security)
def check_hosts_are_named(**kwargs):
    if not settings.DEBUG and not settings.ALLOWED_HOSTS:
        yield checks.Error(
            "DEBUG is off and ALLOWED_HOSTS is empty: every request would be refused.",
            hint="Set ALLOWED_HOSTS to the portal's host names, divided by commas.",
            id="config.E003",
        )


@checks.register(checks.Tags.security)
def check_statements_have_a_key(**kwargs):
    try:
        portal_keys.published()
        usable = settings.DEBUG or settings.STATEMENT_KEY != DEVELOPMENT_STATEMENT_KEY
    except ValueError:
        usable = False
    if not usable:
        yield checks.Error(
            "Year statements cannot be sealed: STATEMENT_KEY or STATEMENT_OLD_KEYS is not a key of the portal's own.",
            hint="Set STATEMENT_KEY to a key that `manage.py statement_key` prints; old keys are public halves.",
            id="config.E006",
        )


@checks.register(checks.Tags.security)
def check_content_has_a_host_of_its_own(**kwargs):
    if (
        settings.CONTENT_HOST
        and urlsplit(f"//{settings.CONTENT_HOST}").hostname == urlsplit(settings.BASE_URL).hostname
    ):
        yield checks.Error(
            f"CONTENT_HOST is the portal's own host, {settings.CONTENT_HOST}: nothing but pictures would answer there.",
            hint="Set CONTENT_HOST to another name of this server, or leave it out.",
            id="config.E005",
        )


@checks.register
def check_search_server_has_an_address(**kwargs):
    if settings.SEARCH_URL and not SEARCH_ADDRESS.match(settings.SEARCH_URL):
        yield checks.Error(
            "SEARCH_URL is no address of Elasticsearch: only the database would answer.",
            hint="Set it to elasticsearch://user:password@host:9200/name (or https://…), the name in small letters.",
            id="config.E007",
        )


@checks.register
def check_scheduled_tasks_exist(**kwargs):
    for name, job in settings.CELERY_BEAT_SCHEDULE.items():
        if job["task"] not in current_app.tasks:
            yield checks.Error(
                f"The job “{name}” names the task {job['task']}, which does not exist.",
                hint="Mend CELERY_BEAT_SCHEDULE in config/settings.py, or write the task.",
                id="config.E004",
            )


@checks.register(deploy=True)
def check_mails_leave(**kwargs):
    if settings.MAILERS["default"]["BACKEND"].endswith("filebased.EmailBackend"):
        yield checks.Warning(
            "Mails are only written into var/mails.",
            hint="Set EMAIL_URL to the mail server, for example smtp+tls://user:password@host:587.",
            id="config.W001",
        )


@checks.register(deploy=True)
def check_links_in_mails_lead_somewhere(**kwargs):
    address = urlsplit(settings.BASE_URL)
    if address.scheme != "https" or address.hostname in LOOPBACK:
        yield checks.Warning(
            f"Links in mails and on certificates would begin with {settings.BASE_URL}.",
            hint="Set BASE_URL to the portal's public address, beginning with https://.",
            id="config.W002",
        )


@checks.register(deploy=True)
def check_content_host_is_set(**kwargs):
    if not settings.CONTENT_HOST:
        yield checks.Info(
            "Documents that people submit can only be downloaded: there is no host to show pictures of them.",
            hint="Set CONTENT_HOST to a second name of this server, best of another domain.",
            id="config.I001",
        )
