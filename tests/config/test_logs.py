import json
import logging

import pytest

from config.logs import JsonFormatter


def written(**record):
    fields = {"name": "socdarbs", "level": logging.INFO, "pathname": "", "lineno": 0, "args": (), "exc_info": None}
    return json.loads(JsonFormatter().format(logging.LogRecord(**fields | record)))


def test_line_is_one_json_object():
    line = written(msg="notice sent to %s", args=("nobody",))

    assert line | {"at": ""} == {"at": "", "level": "info", "logger": "socdarbs", "event": "notice sent to nobody"}


@pytest.mark.parametrize(
    ("logger", "message", "told"),
    [
        ("django.request", ("%s: %s", "Not Found", "/parbaudit/alice@example.lv/"), "Not Found"),
        ("django.request", ("%s: %s", "Internal Server Error", "/alice@example.lv/"), "Internal Server Error"),
        (
            "django.security.csrf",
            ("Forbidden (%s): %s", "CSRF cookie not set.", "/alice@example.lv/"),
            "Forbidden (CSRF cookie not set.)",
        ),
        (
            "celery.app.trace",
            ("Task %s raised unexpected: %s", "people.tasks.send_notices", "alice@example.lv"),
            "Task people.tasks.send_notices raised unexpected",
        ),
    ],
)
def test_libraries_tell_what_happened_but_not_to_whom(logger, message, told):
    line = written(name=logger, msg=message[0], args=message[1:])

    assert line["event"] == told
    assert "alice" not in json.dumps(line)


def test_error_is_told_by_its_type_and_place_never_by_its_text():
    try:
        raise ValueError("550 alice@example.lv: no such mailbox")
    except ValueError as error:
        line = written(msg="broken", exc_info=(type(error), error, error.__traceback__))
        place = error.__traceback__.tb_lineno

    assert line["error"] == "ValueError"
    assert line["trace"] == [f"{__file__}:{place} test_error_is_told_by_its_type_and_place_never_by_its_text"]
    assert "alice" not in json.dumps(line)


@pytest.mark.django_db
def test_request_is_logged_by_the_name_of_its_view(client, caplog, alice):
    client.force_login(alice)
    with caplog.at_level(logging.INFO, logger="socdarbs.request"):
        client.get("/parbaudit/NOT-A-CODE/?name=Alise")

    (record,) = [record for record in caplog.records if record.name == "socdarbs.request"]
    assert record.facts | {"ms": 0} == {"method": "GET", "view": "compliance:verify", "status": 404, "ms": 0}


@pytest.mark.django_db
def test_kept_page_is_logged_as_such(client, caplog, settings):
    settings.GUEST_CACHE_SECONDS = 60
    with caplog.at_level(logging.INFO, logger="socdarbs.request"):
        client.get("/")
        client.get("/")

    assert [record.facts["view"] for record in caplog.records] == ["wagtail_serve", "guest_cache"]
