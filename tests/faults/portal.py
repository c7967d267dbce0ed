"""The real web server as a process that can be killed like one."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException

from tests.database import ROOT, database_url

PATIENCE = 60  # seconds until a server that does not answer is given up
POLLED = 0.02
SILENT = (OSError, HTTPException)
"""What a client sees of a server that is not there, or is no longer."""


def environment(**more):
    """Of a process of the portal's own that speaks to the database of this moment."""
    return os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"} | more


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Portal:
    """Granian as config/start.py runs it; `up` is set while it answers, `starts` tells one server from the next."""

    def __init__(self, application, environ, log):
        self.application, self.environ, self.log = application, environ, log
        self.port, self.up = free_port(), threading.Event()
        self.process, self.starts = None, 0

    def start(self):
        self.process = subprocess.Popen(
            (
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"),
                *("--host", "127.0.0.1", "--port", str(self.port), "--workers", "1", "--blocking-threads", "4"),
                *("--log-level", "warning", self.application),
            ),
            cwd=ROOT,
            env=self.environ,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.wait()

    def wait(self):
        """Until it answers."""
        given_up = time.monotonic() + PATIENCE
        while not self.answers():
            if self.has_ended() or time.monotonic() > given_up:
                raise RuntimeError(f"the portal does not answer: {self.said()}")
            time.sleep(POLLED)
        self.starts += 1
        self.up.set()

    def kill(self):
        """`kill -9` of the server and its worker at once."""
        self.up.clear()
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self):
        self.kill()

    def has_ended(self):
        return self.process.poll() is not None

    def answers(self):
        try:
            return self.ask("GET", "/livez").status == 200
        except SILENT:
            return False

    def ask(self, method, path, body=None, headers=None, sent=lambda: None):
        """One request on a connection of its own; `sent` is called when it is on its way."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers or {})
            sent()
            return connection.getresponse()
        finally:
            connection.close()

    def said(self):
        self.log.seek(0)
        return self.log.read().decode()[-2000:]


class ForkedPortal(Portal):
    """Django's own server instead, born of tests/faults/nursery.py within a moment."""

    nursery = None

    def start(self):
        if not self.nursery:
            command = sys.executable, "-m", "tests.faults.nursery", str(self.port)
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self.log}
            self.nursery = subprocess.Popen(command, cwd=ROOT, env=self.environ, text=True, bufsize=1, **pipes)
        self.nursery.stdin.write("\n")
        self.process = int(self.nursery.stdout.readline())
        self.wait()

    def kill(self):
        self.up.clear()
        os.kill(self.process, signal.SIGKILL)

    def has_ended(self):
        return self.nursery.poll() is not None

    def end(self):
        self.kill()
        self.nursery.kill()
        self.nursery.communicate()


@contextmanager
def running_portal(application="config.wsgi:application", kind=Portal, **environ):
    with tempfile.TemporaryFile() as log:
        portal = kind(application, environment(**environ), log)
        try:
            portal.start()
            yield portal
        finally:
            portal.end()
