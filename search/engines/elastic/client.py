"""Who is spoken to: SEARCH_URL, elasticsearch://user:password@host:9200/name or the same with http:// or https://.

The name, „socdarbs” if there is none, is that of the index; several portals may so share a server. What a server signs
with itself is trusted by `?ca_certs=/path/of/http_ca.crt`.
"""

from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from elasticsearch import Elasticsearch

from .punctual import PunctualNode

SCHEMES = {"elasticsearch": "http", "http": "http", "https": "https"}
PORTS = {"http": 9200, "https": 443}
NAME = "socdarbs"


def name(url):
    return urlsplit(url).path.strip("/") or NAME


def trusted(query):
    return {option: path for option, path in parse_qsl(query) if option == "ca_certs"}


@lru_cache(maxsize=4)
def client(url):
    told = urlsplit(url)
    scheme = SCHEMES[told.scheme]
    return Elasticsearch(
        [{"scheme": scheme, "host": told.hostname, "port": told.port or PORTS[scheme]}],
        basic_auth=(unquote(told.username), unquote(told.password or "")) if told.username else None,
        node_class=PunctualNode,
        max_retries=0,
        connections_per_node=25,
        **trusted(told.query),
    )
