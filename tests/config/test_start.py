import os
import shutil
import signal
import socket
import subprocess
import sys

import pytest

from tests.faults.portal import environment, free_port
from tests.source import ROOT


def test_taken_port_is_told_in_one_line():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = os.environ | {"PORT": str(port), "DJANGO_SETTINGS_MODULE": "config.settings"}
        started = subprocess.run(
            [sys.executable, "-m", "config.start"], cwd=ROOT, env=environment, capture_output=True, text=True
        )

    assert started.returncode == 1
    assert started.stderr == (
        f"Port {port} is taken: end what uses it, or choose another one: make run PORT={port + 1}\n"
    )


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_what_runs_beside_ends_with_the_server_even_before_it_looks_around(own_database, sent):
    command = [sys.executable, "-m", "config.start"]
    known = environment(PORT=str(free_port()))
    with subprocess.Popen(command, cwd=ROOT, env=known, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert any(b"Ctrl-C ends it." in line for line in started.stdout)
        started.send_signal(sent)

        started.communicate(timeout=30)  # until nobody holds its outputs any more


def test_missing_python_is_told_in_one_line(tmp_path):
    for file in ("Makefile", ".python-version", ".env.example", "requirements.lock"):
        shutil.copy(ROOT / file, tmp_path)
    (tmp_path / "compliance").mkdir()
    (tmp_path / "compliance/triggers.py").touch()
    (tmp_path / "programs").mkdir()
    (tmp_path / "programs/sh").symlink_to(shutil.which("sh"))

    made = subprocess.run(
        [shutil.which("make"), "run"],
        cwd=tmp_path,
        env={"PATH": str(tmp_path / "programs")},
        capture_output=True,
        text=True,
    )

    (line,) = made.stderr.splitlines()
    assert "Python 3.13 is missing: install it (python.org/downloads), then run make again" in line
