"""A connection that keeps its deadline and its measure, whatever answers at the other end.

urllib3 counts its limit anew with every byte that comes in, and reads on as long as something comes.
"""

import http.client
from contextlib import suppress
from socket import SHUT_RDWR
from threading import Timer

from elastic_transport import Urllib3HttpNode
from urllib3 import Timeout

MOST_BYTES = 8 * 1024 * 1024


class Measured(http.client.HTTPResponse):
    def read(self, amt=None):
        found = super().read(MOST_BYTES if amt is None else amt)
        if len(found) == MOST_BYTES:
            raise http.client.HTTPException("the answer is longer than any that was asked for")
        return found


class PunctualNode(Urllib3HttpNode):
    """The limit of a request is for all of it: to reach the server, to be heard and to have the whole answer."""

    def __init__(self, config):
        super().__init__(config)
        self.pool.ConnectionCls = type("PunctualConnection", (Punctual, self.pool.ConnectionCls), {})

    def perform_request(self, *args, request_timeout, **kwargs):
        return super().perform_request(*args, request_timeout=Timeout(total=request_timeout), **kwargs)


class Punctual:
    """Of either kind of connection, with and without TLS."""

    response_class = Measured

    def getresponse(self):
        hanging_up = Timer(self.timeout, hang_up, [self.sock])
        hanging_up.daemon = True
        hanging_up.start()
        try:
            return super().getresponse()
        finally:
            hanging_up.cancel()


def hang_up(sock):
    with suppress(OSError):  # it was closed this very moment
        sock.shutdown(SHUT_RDWR)
