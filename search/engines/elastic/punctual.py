"""A connection that keeps its deadline and its measure, whatever answers at the other end.

urllib3 counts its limit anew with every byte that comes in, and reads on as long as something comes.
"""

import http.client
from io import BufferedReader, RawIOBase
from time import monotonic

from elastic_transport import Urllib3HttpNode
from urllib3 import Timeout

MOST_BYTES = 8 * 1024 * 1024


class Hurried(RawIOBase):
    """What is read must come before the time that the socket had at first is over."""

    def __init__(self, whole, sock):
        self.whole, self.sock, self.until = whole, sock, monotonic() + sock.gettimeout()

    def readable(self):
        return True

    def readinto(self, buffer):
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock.settimeout(left)
        return self.whole.readinto(buffer)

    def close(self):
        self.whole.close()
        super().close()


class Measured(http.client.HTTPResponse):
    def __init__(self, sock, *args, **kwargs):
        super().__init__(sock, *args, **kwargs)
        self.fp = BufferedReader(Hurried(self.fp.detach(), sock))

    def read(self, amt=None):
        found = super().read(MOST_BYTES if amt is None else amt)
        if len(found) == MOST_BYTES:
            raise http.client.HTTPException("the answer is longer than any that was asked for")
        return found


class PunctualNode(Urllib3HttpNode):
    """The limit of a request is for all of it: to reach the server, to be heard and to have the whole answer."""

    def __init__(self, config):
        super().__init__(config)
        self.pool.ConnectionCls = type("PunctualConnection", (self.pool.ConnectionCls,), {"response_class": Measured})

    def perform_request(self, *args, request_timeout, **kwargs):
        return super().perform_request(*args, request_timeout=Timeout(total=request_timeout), **kwargs)
