"""Elasticsearch's own small distribution: fetched by mvn from Maven Central, kept outside the repository, never root."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

VERSION = os.environ.get("ELASTICSEARCH_VERSION", "8.19.21")
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
PLACE = Path(tempfile.gettempdir()) / f"socdarbs-elasticsearch-{VERSION}-{os.getuid()}"
PROGRAM, LIFE, LOG = PLACE / f"elasticsearch-{VERSION}", PLACE / "life", PLACE / "log"
IS_ROOT = os.getuid() == 0
SETTINGS = """
discovery.type: single-node
http.host: 127.0.0.1
http.port: {port}
transport.host: 127.0.0.1
transport.port: 0
path.data: {life}/data
path.logs: {life}/logs
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
"""


class Lacking(Exception):
    """Why no server can run on this machine."""


class Unfetched(Lacking):
    """Nothing that the machine could have: Maven Central does not answer."""


def java():
    home = os.environ.get("ES_JAVA_HOME") or os.environ.get("JAVA_HOME")
    found = Path(home, "bin/java") if home else shutil.which("java")
    if not found:
        raise Lacking("java is missing")
    return str(Path(found).resolve().parent.parent)


def fetch():
    if PROGRAM.exists():
        return
    with tempfile.TemporaryDirectory(dir=PLACE) as folder:
        download(folder)
        with ZipFile(Path(folder, f"{PROGRAM.name}.zip")) as packed:
            packed.extractall(folder)
        for program in Path(folder, PROGRAM.name, "bin").iterdir():
            program.chmod(0o755)
        Path(folder, PROGRAM.name).rename(PROGRAM)


def download(folder):
    if not shutil.which("mvn"):
        raise Lacking("mvn is missing")
    options = f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"
    command = "mvn", "--quiet", "--batch-mode", "dependency:copy", *options
    fetched = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if fetched.returncode:
        raise Unfetched(f"mvn could not fetch it ({fetched.stdout.strip()[:120]})")


def configured():
    """The address. Settings stand before the first start, or the server adds its own; a later start finds them again."""
    if not LIFE.exists():
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        shutil.copytree(PROGRAM / "config", LIFE / "config")
        (LIFE / "config/elasticsearch.yml").write_text(SETTINGS.format(port=port, life=LIFE))
        (LIFE / "port").write_text(str(port))
        (LIFE / "tmp").mkdir()
        if IS_ROOT:
            subprocess.run(["chown", "-R", "nobody:nogroup", LIFE], check=True)
    return f"http://127.0.0.1:{(LIFE / 'port').read_text()}"


@contextmanager
def served():
    """The server's process, ended with all that it started."""
    environment = {
        "PATH": os.environ["PATH"],
        "ES_JAVA_HOME": java(),
        "ES_JAVA_OPTS": os.environ.get("ES_JAVA_OPTS", "-Xms512m -Xmx512m -XX:TieredStopAtLevel=1"),
        "CLI_JAVA_OPTS": "-Xms4m -Xmx64m -XX:TieredStopAtLevel=1",
        "ES_PATH_CONF": str(LIFE / "config"),
        "ES_TMPDIR": str(LIFE / "tmp"),
    }
    who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if IS_ROOT else {}
    with LOG.open("w") as log:
        given = {"cwd": LIFE, "env": environment, "stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
        server = subprocess.Popen([PROGRAM / "bin/elasticsearch"], start_new_session=True, **given, **who)
        try:
            yield server
        finally:
            with suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def answers(address):
    asking = HTTPConnection(urlsplit(address).netloc, timeout=5)
    with suppress(OSError, HTTPException), closing(asking):
        asking.request("GET", "/_cluster/health")
        return asking.getresponse().status == 200
    return False
