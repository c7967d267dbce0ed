"""The portal in containers: never with what a developer's .env says, and never unchecked."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from tests.database import database_url
from tests.machine import needed
from tests.source import ROOT

GIVEN = {
    "PORTAL_HOST": "portal.example.lv",
    "PORTAL_SECRET_KEY": "of-the-portal",
    "PORTAL_STATEMENT_KEY": "of-the-statements",
    "PORTAL_DATABASE_PASSWORD": "of-the-database",
}
DEVELOPERS = """
SECRET_KEY=of-the-developer
ALLOWED_HOSTS=*
BASE_URL=http://127.0.0.1:8000
BEHIND_PROXY=false
EMAIL_URL=consolemail://
PORT=8001
WEB_CONCURRENCY=1
"""


@pytest.fixture
def compose(tmp_path):
    """docker-compose beside a developer's .env."""
    program = needed("docker-compose", package="docker-compose")
    shutil.copy(ROOT / "docker-compose.yml", tmp_path)
    example = (ROOT / ".env.example").read_text("utf-8")
    (tmp_path / ".env").write_text(example + DEVELOPERS, "utf-8")

    def shown(**given):
        return subprocess.run(
            [program, "config"],
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], **given},
            capture_output=True,
            text=True,
        )

    return shown


def test_compose_file_holds_the_services_that_something_uses(compose):
    shown = compose(**GIVEN)

    assert (shown.returncode, shown.stderr) == (0, "")
    services = {"web", "worker", "beat", "db", "redis", "elasticsearch", "mailpit"}
    assert set(yaml.safe_load(shown.stdout)["services"]) == services


@pytest.mark.parametrize("service", ["web", "worker", "beat"])
def test_containers_know_nothing_of_the_developers_settings(compose, service):
    told = yaml.safe_load(compose(**GIVEN).stdout)["services"][service]["environment"]

    assert told == {
        "DEBUG": "false",
        "SECRET_KEY": "of-the-portal",
        "STATEMENT_KEY": "of-the-statements",
        "STATEMENT_OLD_KEYS": "",
        "ALLOWED_HOSTS": "portal.example.lv",
        "CONTENT_HOST": "",
        "CSRF_TRUSTED_ORIGINS": "https://portal.example.lv",
        "BASE_URL": "https://portal.example.lv",
        "BEHIND_PROXY": "true",
        "DATABASE_URL": "postgres://socdarbs:of-the-database@db/socdarbs",
        "REDIS_URL": "redis://redis:6379/1",
        "CELERY_BROKER_URL": "redis://redis:6379/0",
        "SEARCH_URL": "elasticsearch://elasticsearch:9200/socdarbs",
        "EMAIL_URL": "smtp://mailpit:1025",
        "DEFAULT_FROM_EMAIL": "Socdarbs <socdarbs@localhost>",
        "SEAL_EMAIL": "",
        "WEB_CONCURRENCY": "2",
    }


@pytest.mark.parametrize("lacking", GIVEN)
def test_compose_does_not_start_without_its_own(compose, lacking):
    shown = compose(**{name: value for name, value in GIVEN.items() if name != lacking})

    assert shown.returncode != 0
    assert lacking in shown.stderr


def test_the_image_holds_no_hidden_files():
    assert ".*" in (ROOT / ".dockerignore").read_text("utf-8").splitlines()


@pytest.fixture
def container(own_database, tmp_path):
    """Start as the image does, with a server that only tells that it was reached."""
    server = tmp_path / "granian"
    server.write_text("#!/bin/sh\necho served\n")
    server.chmod(0o755)
    commands = [line for line in (ROOT / "Dockerfile").read_text("utf-8").splitlines() if line.startswith("CMD ")]
    known = {
        "PATH": f"{tmp_path}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "DATABASE_URL": database_url(),
        "SECRET_KEY": "of-the-portal",
        "STATEMENT_KEY": settings.STATEMENT_KEY,
        "ALLOWED_HOSTS": "portal.example.lv",
        "EMAIL_URL": "smtp://mailpit:1025",
    }

    def started(**given):
        command = json.loads(commands[-1].removeprefix("CMD "))
        return subprocess.run(command, cwd=ROOT, env=known | given, capture_output=True, text=True)

    return started


def test_container_migrates_checks_and_serves(container):
    started = container(DEBUG="false")

    assert (started.returncode, started.stdout.splitlines()[-1]) == (0, "served"), started.stderr


def test_container_does_not_serve_what_is_set_up_wrongly(container):
    started = container(DEBUG="true")

    assert started.returncode != 0
    assert "(config.E002) DEBUG is on while the portal answers to portal.example.lv." in started.stderr
    assert "served" not in started.stdout
