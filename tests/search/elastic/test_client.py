import pytest

from search.engines.elastic.client import client, name


@pytest.mark.parametrize(
    ("url", "address", "index"),
    [
        ("elasticsearch://search.example.lv", "http://search.example.lv:9200", "socdarbs"),
        ("http://127.0.0.1:9201/portals/", "http://127.0.0.1:9201", "portals"),
        ("https://search.example.lv", "https://search.example.lv:443", "socdarbs"),
        ("https://search.example.lv:9243/portals", "https://search.example.lv:9243", "portals"),
    ],
)
def test_address_tells_the_server_and_the_index(url, address, index):
    (node,) = client(url).transport.node_pool.all()

    assert (node.base_url, name(url)) == (address, index)


def test_address_may_hold_an_account():
    told = client("elasticsearch://portals:p%40role@search.example.lv")

    assert told._headers["authorization"] == "Basic cG9ydGFsczpwQHJvbGU="  # portals:p@role
