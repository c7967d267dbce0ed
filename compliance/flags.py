"""What makes who decides look twice at a certificate from elsewhere, each flag with its reason in words."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models import Employment
from people.wording import number

from .models import CreditEntry, ExternalCertificate, Kind
from .models.provider import key_of

State = ExternalCertificate.State
STANDING = (State.SUBMITTED, State.RETURNED, State.APPROVED)
MOST_A_DAY = {Kind.TRAINING: 10, Kind.SUPERVISION: 3}
ALIKE = 0.75  # of two titles, as difflib measures it


class Flag(NamedTuple):
    code: str
    words: str


class Other(NamedTuple):
    """Something else of the person that a certificate may repeat."""

    title: str
    provider: str
    first_day: date
    last_day: date
    certificate: int | None = None


@dataclass
class Known:
    """What else the portal knows of the certificates' people and files."""

    jobs: dict = field(default_factory=lambda: defaultdict(list))
    others: dict = field(default_factory=lambda: defaultdict(list))
    files: dict = field(default_factory=lambda: defaultdict(list))


def found(certificates) -> dict[int, list[Flag]]:
    """The flags of each certificate by its key, in as many queries for one as for a page of them."""
    certificates = list(certificates)
    known = _known(certificates)
    return {one.pk: [flag for look in LOOKS for flag in look(one, known)] for one in certificates}


def _known(certificates):
    known, people = Known(), {one.person_id for one in certificates}
    for person, *span in Employment.objects.confirmed().filter(person__in=people).values_list("person", "start", "end"):
        known.jobs[person].append(span)
    rows = ExternalCertificate.objects.filter(person__in=people, state__in=STANDING)
    for person, *other in rows.values_list("person", "title", "provider", "first_day", "last_day", "pk"):
        known.others[person].append(Other(*other))
    entries = CreditEntry.objects.standing().filter(person__in=people).exclude(source=CreditEntry.Source.CERTIFICATE)
    for person, title, provider, day in entries.values_list("person", "title", "provider", "legal_date"):
        known.others[person].append(Other(title, provider, day, day))
    digests = {one.document.digest for one in certificates if one.document}
    same = ExternalCertificate.objects.filter(document__digest__in=digests).exclude(state=State.WITHDRAWN)
    for digest, *found_in in same.values_list("document__digest", "person", "pk"):
        known.files[digest].append(found_in)
    return known


def _no_file(one, known):
    if not one.document:
        yield Flag("no_file", _("There is no file."))


def _same_file(one, known):
    uses = known.files[one.document.digest] if one.document else []
    if any(person != one.person_id for person, _pk in uses):
        yield Flag("same_file", _("The same file was submitted for another person as well."))
    elif any(pk != one.pk for _person, pk in uses):
        yield Flag("same_file", _("The same file was rejected before."))


def _not_academic(one, known):
    if not one.is_counted_as_printed:
        yield Flag("not_academic", _("The document does not state academic hours."))


def _too_much(one, known):
    a_day = one.amount / ((one.last_day - one.first_day).days + 1)
    if a_day > MOST_A_DAY[one.kind]:
        lang = "en" if get_language() == "en" else "lv"
        words = _("%(amount)s a day is more than the plausible %(most)s.")
        yield Flag("too_much", words % {"amount": number(a_day, lang), "most": MOST_A_DAY[one.kind]})


def _overlapping(one, known):
    for other in known.others[one.person_id]:
        if other.certificate != one.pk and _meet(one, other) and _alike(one, other):
            yield Flag("overlapping", _("On the same days there is also “%s”.") % other.title)


def _outside_employment(one, known):
    if not all(_employed(day, known.jobs[one.person_id]) for day in (one.first_day, one.last_day)):
        yield Flag("outside_employment", _("The days are outside of any confirmed employment."))


def _across_years(one, known):
    if one.first_day.year != one.last_day.year:
        words = _("The training went over the end of a year; by its last day it counts to %s.")
        yield Flag("across_years", words % one.last_day.year)


def like_titles(one, other):
    return SequenceMatcher(None, key_of(one), key_of(other)).ratio() >= ALIKE


LOOKS = (_no_file, _same_file, _not_academic, _too_much, _overlapping, _outside_employment, _across_years)


def _meet(one, other):
    return one.first_day <= other.last_day and other.first_day <= one.last_day


def _alike(one, other):
    if one.provider and key_of(one.provider) == key_of(other.provider):
        return True
    return like_titles(one.title, other.title)


def _employed(day, jobs):
    return any(start <= day <= (end or date.max) for start, end in jobs)
