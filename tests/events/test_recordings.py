import pytest

from events.recordings import player

KEY = "QxnBZBTy9vM"
UUID = "0a1b2c3d-0000-4000-8000-00000000de30"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.youtube.com/watch?v={KEY}",
        f"https://youtube.com/watch?t=5&v={KEY}",
        f"http://m.youtube.com/live/{KEY}",
        f"https://youtu.be/{KEY}?si=abc",
    ],
)
def test_youtube_is_played_without_cookies(address):
    assert player(address).address == f"https://www.youtube-nocookie.com/embed/{KEY}"


@pytest.mark.parametrize("path", ["/w/9c9de5e8-no", "/w/kkGMgK9ZtnKfYAgnEtQxbv", f"/videos/watch/{UUID}"])
def test_peertube_is_known_by_its_addresses(path):
    found = player(f"https://video.example.lv{path}")
    expected = None if "no" in path else f"https://video.example.lv/videos/embed/{path.rpartition('/')[2]}"
    assert (found and found.address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://vimeo.com/123456",
        "https://youtu.be/short",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/@labklajibasministrija",
        "javascript:alert(1)",
        "ftp://youtu.be/QxnBZBTy9vM",
        "https://[::1",
        "https://video.example.lv:8443/w/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://a;b.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
    ],
)
def test_anything_else_stays_a_link(address):
    assert player(address) is None
