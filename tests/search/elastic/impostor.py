"""Something at the search server's address that is no search server: a real one, of few lines."""

import time
from contextlib import contextmanager
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread

PRODUCT = b"HTTP/1.1 200 OK\r\nX-Elastic-Product: Elasticsearch\r\nContent-Type: application/json\r\n"
NOTHING_FOUND = b'{"responses": [{"aggregations": {"shelves": {"buckets": []}}}, {"hits": {"hits": []}}]}'


def told(body, head=PRODUCT):
    return lambda say: say(head + b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


def silent_for(seconds):
    return lambda _say: time.sleep(seconds)


def late(say):
    time.sleep(1)
    told(NOTHING_FOUND)(say)


def forever(piece, pause=0.0, head=PRODUCT + b"\r\n"):
    def tell(say):
        say(head)
        while True:
            say(piece)
            time.sleep(pause)

    return tell


WAYS = {
    "hangs up": silent_for(0),
    "keeps silent": silent_for(5),
    "answers after a second": late,
    "drips": forever(b"\n", pause=0.05),
    "drips headers": forever(b"A", pause=0.05, head=PRODUCT),
    "never ends": forever(b" " * 65536),
    "speaks no HTTP": lambda say: say(b"220 mail.example.lv ESMTP\r\n"),
    "is a web site": told(b"<html>Labdien!</html>", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"),
    "tells nothing": told(b"{}"),
    "is not JSON": told(b'{"hits": '),
    "finds words": told(NOTHING_FOUND.replace(b'"hits": []', b'"hits": [{"sort": []}]')),
    "counts words": told(NOTHING_FOUND.replace(b'"buckets": []', b'"buckets": [{"key": "", "doc_count": "many"}]')),
    "answers half": told(b'{"responses": [{"aggregations": {"shelves": {"buckets": []}}}]}'),
    "fails": told(b"{}", PRODUCT.replace(b"200 OK", b"503 Service Unavailable")),
}


class Impostor(ThreadingTCPServer):
    daemon_threads = True
    asked = 0


@contextmanager
def impostor(way):
    class Handler(StreamRequestHandler):
        def handle(self):
            self.server.asked += 1
            try:
                self.request.recv(65536)
                WAYS[way](self.request.sendall)
            except OSError:
                """The client has left."""

    with Impostor(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        yield server
        server.shutdown()
