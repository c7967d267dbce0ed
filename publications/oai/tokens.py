"""Resumption tokens: all that is needed to go on with a list, signed; nothing is kept about a harvest."""

from datetime import datetime

from django.core.signing import BadSignature, dumps, loads
from oaipmh.error import BadResumptionTokenError

from .arguments import Selection

SALT = "oai-resumption"


def token(verb, chosen: Selection, last, cursor) -> str:
    """`last` is the record after which the list goes on."""
    limits = [one and one.isoformat() for one in (chosen.since, chosen.until)]
    return dumps([verb, chosen.kind, *limits, last.changed_at.isoformat(), last.page_id, cursor], salt=SALT)


def resumed(verb, text):
    """(selection, moment and page of the last record, how many came before)."""
    try:
        said, kind, since, until, changed_at, page_id, cursor = loads(text, salt=SALT)
    except (BadSignature, ValueError):
        raise BadResumptionTokenError("The resumption token is not one of ours.") from None
    if said != verb:
        raise BadResumptionTokenError(f"The resumption token belongs to {said}.")
    chosen = Selection(kind, *(one and datetime.fromisoformat(one) for one in (since, until)))
    return chosen, (datetime.fromisoformat(changed_at), page_id), cursor
