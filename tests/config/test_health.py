import pytest
from django.db import connection
from django.test import override_settings

pytestmark = pytest.mark.django_db


def test_livez_answers_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/livez").content == b"ok"


def test_readyz_tells_that_all_is_well(client):
    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (200, {"database": "ok", "ledger_triggers": "ok"})


def test_readyz_names_a_missing_trigger(client):
    with connection.cursor() as cursor:
        on = "" if connection.vendor == "sqlite" else " ON compliance_creditentry"
        cursor.execute(f"DROP TRIGGER ledger_refuses_delete{on}")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()) == (503, {"database": "ok", "ledger_triggers": "ledger_refuses_delete"})


def test_readyz_asks_the_broker_where_one_is_set(client):
    nobody_there = "redis://127.0.0.1:1/0"
    with override_settings(CELERY_BROKER_URL=nobody_there):
        answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json()["broker"] == "unreachable"


def test_readyz_tells_of_the_search_server_and_is_ready_without_it(client, settings):
    settings.SEARCH_URL = "http://127.0.0.1:1"
    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["search"]) == (200, "unreachable")
