import os
import subprocess
import sys

import pytest

from config.settings import DEVELOPMENT_SECRET
from tests.source import ROOT


def start(code="", **environment):
    """Read the settings in a process of its own, then run code on them."""
    return subprocess.run(
        [sys.executable, "-c", f"from config.settings import *; {code}"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("secret", ["", DEVELOPMENT_SECRET])
def test_without_debug_nothing_starts_on_the_development_secret(secret):
    started = start(DEBUG="false", SECRET_KEY=secret)

    assert started.returncode != 0
    assert "DEBUG is off: set SECRET_KEY to a secret of your own" in started.stderr


def test_without_debug_it_starts_on_a_secret_of_its_own():
    assert start(DEBUG="false", SECRET_KEY="of-my-own").returncode == 0


@pytest.mark.parametrize(
    ("address", "options"),
    [
        ("smtp://mailpit:1025", {"host": "mailpit", "port": 1025, "timeout": 10}),
        (
            "smtp+tls://portal:p%40ss@mail.example.lv:587",
            {
                "host": "mail.example.lv",
                "port": 587,
                "username": "portal",
                "password": "p@ss",
                "use_tls": True,
                "timeout": 10,
            },
        ),
        ("consolemail://", {}),
    ],
)
def test_mails_go_where_the_environment_says(address, options):
    told = start("print(MAILERS['default']['OPTIONS'])", DEBUG="true", EMAIL_URL=address)

    assert told.stdout == f"{options}\n"
