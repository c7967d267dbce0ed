import pytest

from compliance import portal_keys
from config import checks
from config.settings import DEVELOPMENT_STATEMENT_KEY


@pytest.mark.parametrize(
    ("check", "wrong", "right"),
    [
        (
            checks.check_workers_share_a_cache,
            {"WEB_CONCURRENCY": 2, "REDIS_URL": ""},
            {"WEB_CONCURRENCY": 2, "REDIS_URL": "redis://localhost:6379/1"},
        ),
        (
            checks.check_debug_stays_at_home,
            {"DEBUG": True, "ALLOWED_HOSTS": ["portal.example.lv"]},
            {"DEBUG": True, "ALLOWED_HOSTS": ["localhost", "127.0.0.1", "content.localhost"]},
        ),
        (
            checks.check_hosts_are_named,
            {"DEBUG": False, "ALLOWED_HOSTS": []},
            {"DEBUG": False, "ALLOWED_HOSTS": ["portal.example.lv"]},
        ),
        (
            checks.check_content_has_a_host_of_its_own,
            {"CONTENT_HOST": "Portal.example.lv:8000", "BASE_URL": "https://portal.example.lv"},
            {"CONTENT_HOST": "saturs.example.com", "BASE_URL": "https://portal.example.lv"},
        ),
        (checks.check_content_host_is_set, {"CONTENT_HOST": ""}, {"CONTENT_HOST": "saturs.example.com"}),
        *(
            (checks.check_search_server_has_an_address, {"SEARCH_URL": wrong}, {"SEARCH_URL": right})
            for wrong, right in [
                ("search.example.lv:9200", ""),
                ("elasticsearch://", "elasticsearch://search.example.lv"),
                (
                    "redis://search.example.lv/1",
                    "https://portal:secret@search.example.lv:9243/portal-2?ca_certs=/etc/ca.crt",
                ),
                ("http://search.example.lv/Portal", "http://search.example.lv/portal/"),
            ]
        ),
        (
            checks.check_scheduled_tasks_exist,
            {"CELERY_BEAT_SCHEDULE": {"rest": {"task": "people.tasks.sleep", "schedule": 60}}},
            {"CELERY_BEAT_SCHEDULE": {"send": {"task": "people.tasks.send_notices", "schedule": 60}}},
        ),
        (
            checks.check_statements_have_a_key,
            {"DEBUG": False, "STATEMENT_KEY": DEVELOPMENT_STATEMENT_KEY},
            {"DEBUG": False, "STATEMENT_KEY": portal_keys.new()[0]},
        ),
        (
            checks.check_statements_have_a_key,
            {"DEBUG": False, "STATEMENT_KEY": ""},
            {"DEBUG": True, "STATEMENT_KEY": DEVELOPMENT_STATEMENT_KEY},
        ),
        (
            checks.check_statements_have_a_key,
            {"STATEMENT_OLD_KEYS": ["dG9vIHNob3J0"]},
            {"STATEMENT_OLD_KEYS": [portal_keys.new()[1]]},
        ),
        (
            checks.check_mails_leave,
            {"MAILERS": {"default": {"BACKEND": "django.core.mail.backends.filebased.EmailBackend"}}},
            {"MAILERS": {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}},
        ),
        (
            checks.check_links_in_mails_lead_somewhere,
            {"BASE_URL": "http://127.0.0.1:8000"},
            {"BASE_URL": "https://portal.example.lv"},
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_misconfiguration_is_told_with_a_hint(settings, check, wrong, right):
    def found(given):
        for name, value in given.items():
            setattr(settings, name, value)
        return list(check())

    (message,) = found(wrong)
    assert message.hint
    assert found(right) == []


def test_every_scheduled_task_of_the_portal_exists():
    assert list(checks.check_scheduled_tasks_exist()) == []
