"""Who is spoken to: SEARCH_URL, elasticsearch://user:password@host:9200/name or the same with http:// or https://.

The name, „socdarbs” if there is none, is that of the index; several portals may so share a server.
"""

from functools import lru_cache
from urllib.parse import urlsplit

from elasticsearch import Elasticsearch

from .punctual import PunctualNode

SCHEMES = {"elasticsearch": "http", "http": "http", "https": "https"}
PORTS = {"http": 9200, "https": 443}
NAME = "socdarbs"


def name(url):
    return urlsplit(url).path.strip("/") or NAME


@lru_cache(maxsize=4)
def client(url):
    told = urlsplit(url)
    scheme = SCHEMES[told.scheme]
    return Elasticsearch(
        [{"scheme": scheme, "host": told.hostname, "port": told.port or PORTS[scheme]}],
        basic_auth=(told.username, told.password or "") if told.username else None,
        node_class=PunctualNode,
        max_retries=0,
        connections_per_node=25,
    )
