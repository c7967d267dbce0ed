import os
import subprocess
import sys

import pytest

from config.settings import DEVELOPMENT_SECRET
from tests.source import ROOT


def start(**environment):
    """Read the settings in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "import config.settings"],
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
