"""The portal loaded once and forked for each life, so that a hundred kills do not cost a hundred starts.

Each line that comes in asks for a birth, after a death; the answer is the newborn's process id. Its port is the argument.
"""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.db import connections
from django.test import Client

from config.wsgi import application


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Handler(WSGIRequestHandler):
    def log_message(self, *told):
        """Quiet."""


def main(port):
    Client(SERVER_NAME="127.0.0.1").get("/accounts/login/")  # addresses, words and templates are read once, here
    connections.close_all()
    born = None
    for _ in sys.stdin:
        if born:
            os.waitpid(born, 0)  # until the one before has left the port
        born = os.fork()
        if not born:
            make_server("127.0.0.1", port, application, Server, Handler).serve_forever()
        sys.stdout.write(f"{born}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
