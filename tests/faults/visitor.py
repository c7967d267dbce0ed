"""A person at a browser who never gives up: what was not answered is sent again."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.test import Client
from django.urls import reverse

from .portal import PATIENCE, SILENT

FORM = "application/x-www-form-urlencoded"


class Visitor:
    """Signed in beforehand, with the token that every form needs."""

    def __init__(self, person):
        browser = Client(SERVER_NAME="127.0.0.1")
        browser.force_login(person)
        browser.get(reverse("lms:home"))
        self.pk = person.pk
        self.token = {"csrfmiddlewaretoken": browser.cookies[settings.CSRF_COOKIE_NAME].value}
        cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in browser.cookies.items())
        self.headers = {"Cookie": cookies, "Content-Type": FORM}

    def post(self, portal, path, fields, sent=lambda: None):
        """The status of the answer, however many servers it took; an error while one dies is no answer."""
        while True:
            if not portal.up.wait(PATIENCE):
                raise TimeoutError("the portal stays away")
            server = portal.starts
            try:
                status = portal.ask("POST", path, urlencode(fields | self.token), self.headers, sent).status
            except SILENT:
                status = None
            still_up = portal.up.is_set() and portal.starts == server
            if still_up or (status and status < 500):
                return status


@dataclass(frozen=True, eq=False)
class Task:
    """Addresses and what is posted there, in order; a good answer to the last promises what is to be found then."""

    visitor: Visitor
    promised: frozenset
    steps: tuple
