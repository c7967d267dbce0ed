"""A mail server on this machine: it keeps what it accepts, and may stop in the middle of a letter."""

import threading
from contextlib import contextmanager
from email import message_from_bytes, policy
from socketserver import StreamRequestHandler, ThreadingTCPServer

from .portal import PATIENCE


class Counter(StreamRequestHandler):
    def handle(self):
        self.say("220 ready")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"QUIT":
                return
            self.receive() if verb == b"DATA" else self.say("250 fine")

    def receive(self):
        self.say("354 go on")
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                self.server.accept(message_from_bytes(b"".join(lines), policy=policy.default))
                self.say("250 kept")
                return
            lines.append(line)

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


class PostOffice(ThreadingTCPServer):
    """`letters` are (recipient, subject) of what was accepted; the one after `accepting` is never answered."""

    daemon_threads = True

    def __init__(self, accepting=None):
        super().__init__(("127.0.0.1", 0), Counter)
        self.accepting, self.letters = accepting, []
        self.stopped, self.closed = threading.Event(), threading.Event()

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def accept(self, letter):
        if len(self.letters) == self.accepting:
            self.stopped.set()
            self.closed.wait(PATIENCE)
            raise ConnectionAbortedError
        self.letters.append((letter["To"], letter["Subject"]))

    def handle_error(self, request, client_address):
        """Clients that are killed end in the middle of a line."""


@contextmanager
def post_office(**how):
    with PostOffice(**how) as office:
        threading.Thread(target=office.serve_forever, daemon=True).start()
        try:
            yield office
        finally:
            office.closed.set()
            office.shutdown()
