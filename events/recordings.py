"""Addresses of recordings: which of them can be played inside the page, and from where."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

YOUTUBE = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"}
YOUTUBE_PLAYER = "www.youtube-nocookie.com"  # keeps no cookies before it plays
YOUTUBE_PATH = re.compile(r"/(?:live|embed|shorts)/([\w-]{11})/?", re.ASCII)
YOUTUBE_KEY = re.compile(r"[\w-]{11}", re.ASCII)
PEERTUBE_PATH = re.compile(r"/(?:w|videos/watch)/([A-Za-z0-9]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?")
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@dataclass(frozen=True)
class Player:
    name: str
    host: str
    path: str

    @property
    def address(self):
        return f"https://{self.host}{self.path}"


def player(address):
    """Of YouTube or PeerTube; None for any other address."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").lower()
    if parts.scheme not in ("http", "https") or port or not HOST.fullmatch(host):
        return None
    return of_youtube(host, parts) if host in YOUTUBE else of_peertube(host, parts)


def of_youtube(host, parts):
    if host == "youtu.be":
        key = parts.path.strip("/")
    elif found := YOUTUBE_PATH.fullmatch(parts.path):
        key = found[1]
    else:
        key = parse_qs(parts.query).get("v", [""])[0]
    return Player("YouTube", YOUTUBE_PLAYER, f"/embed/{key}") if YOUTUBE_KEY.fullmatch(key) else None


def of_peertube(host, parts):
    found = PEERTUBE_PATH.fullmatch(parts.path)
    return Player(f"PeerTube, {host}", host, f"/videos/embed/{found[1]}") if found else None
