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


def test_django_tells_what_happened_but_not_to_whose_page():
    line = written(name="django.request", msg="Not Found: %s", args=("/parbaudit/SECRET-CODE/",))

    assert line["event"] == "Not Found"
    assert "SECRET" not in json.dumps(line)


def test_error_is_told_with_the_end_of_its_trace():
    try:
        raise ValueError("no")
    except ValueError as error:
        line = written(msg="broken", exc_info=(type(error), error, error.__traceback__))

    assert line["error"] == "ValueError"
    assert line["trace"][-1] == "ValueError: no"


@pytest.mark.django_db
def test_request_is_logged_by_the_name_of_its_view(client, caplog, alice):
    client.force_login(alice)
    with caplog.at_level(logging.INFO, logger="socdarbs.request"):
        client.get("/parbaudit/NOT-A-CODE/?name=Alise")

    (record,) = [record for record in caplog.records if record.name == "socdarbs.request"]
    assert record.facts | {"ms": 0} == {"method": "GET", "view": "compliance:verify", "status": 404, "ms": 0}
