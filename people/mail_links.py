"""Mails whose List-Unsubscribe stands as it is: Python would fold a long address into coded words (=?utf-8?q?…),
which mail programs do not read as an address."""

import email.policy
from email.headerregistry import HeaderRegistry, UnstructuredHeader

from django.core.mail import EmailMessage


class UnfoldedHeader(UnstructuredHeader):
    def fold(self, *, policy):
        return f"{self.name}: {self}{policy.linesep}"


REGISTRY = HeaderRegistry()
REGISTRY.map_to_type("list-unsubscribe", UnfoldedHeader)


class StoppableMessage(EmailMessage):
    def __init__(self, subject, text, *, to, link):
        stop = {"List-Unsubscribe": f"<{link}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
        super().__init__(subject, text, to=to, headers=stop)

    def message(self, *, policy=email.policy.default):
        return super().message(policy=policy.clone(header_factory=REGISTRY))
