import os
import shutil
import socket
import subprocess
import sys

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
