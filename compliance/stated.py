"""A year statement's frozen facts as its page and its PDF read them; nothing is looked up."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people import wording

from . import codes
from .models import CreditEntry
from .statements import State

SOURCES = dict(CreditEntry.Source.choices)


@dataclass(frozen=True)
class Line:
    """A line of training or supervision."""

    day: date
    title: str
    provider: str
    source: str
    document: str
    amount: Decimal


class Stated:
    def __init__(self, certificate):
        self.certificate = certificate
        self.facts = facts = json.loads(certificate.facts)
        self.name, self.title = facts["name"], facts["title"]
        self.year, self.state = facts["year"], facts["state"]

    @property
    def code(self):
        return codes.written(self.facts["code"])

    @property
    def issued_on(self):
        return date.fromisoformat(self.facts["issued_on"])

    @property
    def met_on(self):
        return self.facts["completed_on"] and date.fromisoformat(self.facts["completed_on"])

    @property
    def is_met(self):
        return self.state == State.MET

    @property
    def earned(self):
        return Decimal(self.facts["hours"])

    @property
    def carried(self):
        """What earlier years of a period of several brought."""
        return Decimal(self.facts.get("carried") or 0)

    @property
    def towards(self):
        return self.earned + self.carried

    @property
    def required(self):
        return _decimal(self.facts["required"])

    @property
    def missing(self):
        return max(Decimal(0), (self.required or 0) - self.towards)

    @property
    def norms(self):
        """What decided the year, of both kinds: the rule and how much it asks of whom."""
        training, supervision = self.facts["norm"], self.facts["supervision"]["norm"]
        if training:
            yield training, _asked(training, _("%(role)s: %(amount)s of training a year"), wording.hours_phrase)
        if supervision:
            yield supervision, _asked(supervision, _("%(role)s: %(amount)s of supervision a year"), _sessions)

    @property
    def hours(self):
        """The answer: how much of what."""
        if not self.required:
            return _("Earned: %s.") % wording.hours_phrase(self.earned, lang())
        words = {"earned": wording.number(self.towards, lang()), "of": wording.of_hours(self.required, lang())}
        return _("Earned: %(earned)s %(of)s.") % words

    @property
    def meaning(self):
        return {
            State.MET: _("The norm is met."),
            State.NOT_MET: _("The norm is not met as this statement stands."),
            State.LEFT: _("No employment lasted to the end of the year, so no norm is due."),
            State.NO_NORM: _("There is no norm for this year."),
        }[self.state]

    @property
    def as_it_stands(self):
        """Words for a statement that was asked for before the norm was met."""
        return not self.is_met and _("The year as it stood %(on)s.") % {"on": wording.on_date(self.issued_on, lang())}

    @property
    def sessions(self):
        """Supervision beside its norm, if there is either."""
        done, needed = Decimal(self.facts["supervision"]["earned"]), _decimal(self.facts["supervision"]["required"])
        words = {"done": wording.number(done, lang()), "needed": needed and wording.number(needed, lang())}
        if needed:
            one, many = (
                _("Supervision: %(done)s of %(needed)s session"),
                _("Supervision: %(done)s of %(needed)s sessions"),
            )
            return wording.plural(needed, one, many, lang=lang()) % words
        return _("Supervision sessions: %s") % words["done"] if done else ""

    @cached_property
    def entries(self):
        return [_line(entry) for entry in self.facts["entries"]]

    @cached_property
    def supervision(self):
        return [_line(entry) for entry in self.facts["supervision"]["entries"]]

    @property
    def sources(self):
        return [(source_name(source), Decimal(total)) for source, total in self.facts["sources"].items()]

    @property
    def jobs(self):
        """(employer, profession, first day, last day or None)."""
        for job in self.facts["employers"]:
            end = job["to"] and date.fromisoformat(job["to"])
            yield job["employer"], job["profession"], date.fromisoformat(job["from"]), end


def _asked(norm, words, amount):
    role = norm["profession"]
    return words % {"role": role[:1].upper() + role[1:], "amount": amount(Decimal(norm["amount"]), lang())}


def _sessions(number, lang):
    one, many = _("%s session"), _("%s sessions")
    return wording.plural(number, one, many, lang=lang) % wording.number(number, lang)


def lang():
    return "en" if get_language() == "en" else "lv"


def _line(entry):
    return Line(
        day=date.fromisoformat(entry["date"]),
        title=entry["title"],
        provider=entry["provider"],
        source=source_name(entry["source"]),
        document=entry["document"],
        amount=Decimal(entry["amount"]),
    )


def _decimal(text):
    return None if text is None else Decimal(text)


def source_name(source):
    return str(SOURCES.get(source, source))
