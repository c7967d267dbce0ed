"""The address that stops one topic of mails for one person: signed, so that it is its own key, and never expiring."""

from django.core.signing import BadSignature, Signer

from .addresses import absolute
from .models import Topic

SIGNER = Signer(salt="people.stops")


def address(notice):
    """In the language of the mail; its page offers the other one."""
    return absolute("stop_mails", token(notice.person_id, notice.topic), language=notice.language)


def token(person, topic):
    return SIGNER.sign(f"{person}:{topic}")


def read(token):
    """The person's id and the topic; None for what the portal has not signed."""
    try:
        person, topic = SIGNER.unsign(token).split(":")
        return int(person), Topic(topic)
    except (BadSignature, ValueError):
        return None
