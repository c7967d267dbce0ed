"""A roster as a file: a line of headings and one for each person, written as the database gives them."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from people.models.names import listed

from .roster import Roster
from .staff import STATUSES
from .standing import COUNTED

PERSON = ("person_id", "person__last_name", "person__first_name", "person__email")
FIGURES = ("norm", "earned", "pending", "missing", "sessions", "sessions_norm", "status")
EMPLOYER = ("employer__parent__name", "employer__name")
AT_ONCE = 2000


def table(roster: Roster) -> Iterator[tuple]:
    yield (
        _("Person"),
        _("Profession"),
        _("Employer or unit"),
        _("Norm"),
        _("Earned"),
        _("Pending"),
        _("Missing"),
        _("Supervision sessions"),
        _("Norm of sessions"),
        _("Status"),
    )
    role = "role__name_en" if get_language() == "en" else "role__name_lv"
    jobs = roster.jobs.values_list(*PERSON, *FIGURES, role, *EMPLOYER).iterator(AT_ONCE)
    statuses = {status: str(name) for status, name in STATUSES.items()}
    for _person, of_person in groupby(jobs, itemgetter(0)):
        yield _line(list(of_person), statuses)


def _line(jobs, statuses):
    _pk, *name, norm, earned, pending, missing, sessions, sessions_norm, status, _role, _parent, _employer = jobs[0]
    return (
        listed(*name),
        ", ".join(dict.fromkeys(job[-3] for job in jobs)),
        "; ".join(dict.fromkeys(", ".join(filter(None, job[-2:])) for job in jobs)),
        norm,
        earned,
        pending,
        missing if status in COUNTED else None,
        sessions,
        sessions_norm,
        statuses[status],
    )
