"""The addresses that pages lead to, and whether the web answers there."""

import ipaddress
import json
import re
import socket
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

ADDRESS = re.compile(r"""https?://[^\s"'<>\\„”]+""")
AFTER_A_SENTENCE = ".,;:!?)"
SECONDS = 5
ASKING = "Socdarbs link check"


class NotPublic(Exception):
    """The host lies inside a network, where the portal has nothing to ask."""


def addresses(page):
    """Every outside address that stands in a field of the page: in its texts, its sources, its own links."""
    written = json.dumps(page.serializable_data(), ensure_ascii=False, default=str).replace('\\"', '"')
    return {found.rstrip(AFTER_A_SENTENCE) for found in ADDRESS.findall(written)}


def is_public(host):
    found = {info[4][0] for info in socket.getaddrinfo(host, None)}
    return all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in found)


class PublicRedirects(HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        require_public(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def require_public(address):
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or not is_public(parts.hostname):
        raise NotPublic(address)


def problem(address):
    """Why the address does not open, in a word or a number („404”, „timed out”); empty when it does."""
    try:
        require_public(address)
        return _status(address, "HEAD") and _status(address, "GET")
    except NotPublic:
        return "not public"
    except (OSError, ValueError) as error:
        return str(getattr(error, "reason", error))[:100] or type(error).__name__


def is_answer(problem):
    """Whether a server said so itself."""
    return not problem or problem.isdigit()


def _status(address, method):
    """Empty, or the status that refuses; some servers refuse to be asked by HEAD only."""
    request = Request(address, method=method, headers={"User-Agent": ASKING})  # noqa: S310 - http(s) only
    try:
        with build_opener(PublicRedirects).open(request, timeout=SECONDS):
            return ""
    except HTTPError as error:
        error.close()
        return str(error.code)
