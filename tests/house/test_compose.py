import os
import subprocess

from tests.machine import needed
from tests.source import ROOT

SERVICES = {"web", "worker", "beat", "db", "redis", "mailpit"}


def compose(**environment):
    program = needed("docker-compose", package="docker-compose")
    return subprocess.run(
        [program, "--file", ROOT / "docker-compose.yml", "config", "--services"],
        cwd="/",
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
    )


def test_compose_file_holds_the_services_that_something_uses():
    shown = compose(SECRET_KEY="of-a-test", POSTGRES_PASSWORD="of-a-test")

    assert (shown.returncode, shown.stderr) == (0, "")
    assert set(shown.stdout.split()) == SERVICES


def test_compose_does_not_start_without_secrets():
    shown = compose(POSTGRES_PASSWORD="of-a-test")

    assert shown.returncode != 0
    assert "SECRET_KEY" in shown.stderr
