"""The portal with Redis: the same code, with a cache in common and workers of its own."""

import os
import socket
import subprocess
import sys
from threading import Timer

import pytest

from people.models import Notice
from tests.database import database_url
from tests.factories import UserFactory, at
from tests.machine import needed
from tests.source import ROOT


@pytest.fixture
def redis(tmp_path):
    program = needed("redis-server", package="redis-server")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    options = ["--bind", "127.0.0.1", "--port", port, "--save", "", "--dir", tmp_path]
    with subprocess.Popen([program, *options], stdout=subprocess.PIPE, text=True) as server:
        next(line for line in server.stdout if "Ready to accept connections" in line)
        yield f"redis://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture
def environment(redis, own_database):
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATABASE_URL": database_url(),
        "REDIS_URL": f"{redis}/1",
        "CELERY_BROKER_URL": f"{redis}/0",
        "EMAIL_URL": "consolemail://",
        "LOG_LEVEL": "INFO",
    }


def shell(code, environment):
    """What a process of the portal prints."""
    command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", code]
    return subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def test_processes_have_a_cache_in_common(environment):
    shell("from django.core.cache import cache; cache.set('word', 'josta')", environment)

    assert shell("from django.core.cache import cache; print(cache.get('word'))", environment) == "josta\n"


def test_readyz_reaches_the_broker(environment):
    ask = "from django.test import Client; print(Client(headers={'host': 'localhost'}).get('/readyz').json()['broker'])"

    assert shell(ask, environment) == "ok\n"


def test_worker_sends_what_waits(environment):
    waiting = Notice.objects.create(key="k", kind="employment_confirmed", person=UserFactory(), created_at=at(2026))
    shell("from people.tasks import send_notices; send_notices.delay()", environment)

    worker = [sys.executable, "-m", "celery", "--app", "config", "worker", "--pool", "solo", "--loglevel", "info"]
    with subprocess.Popen(
        worker, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as working:
        deadline = Timer(60, working.kill)
        deadline.start()
        assert any("send_notices" in line and "succeeded" in line for line in working.stderr)
        working.terminate()
        working.communicate()
        deadline.cancel()

    waiting.refresh_from_db()
    assert waiting.state == Notice.State.SENT
