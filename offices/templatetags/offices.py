"""Words that only the pages of the offices need."""

from datetime import date
from functools import lru_cache
from operator import attrgetter

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from offices.importing.plan import Outcome
from people import groups
from people.wording import number, plural

from ..queue import DECIDERS, Queue

register = template.Library()
QUEUE = "offices:queue"
KEPT_CELLS = 4096
CELLS = (
    *("roles", "counted", "norm", "earned", "pending", "missing"),
    *("sessions", "sessions_norm", "status", "exempt", "away"),
)
SECTIONS = [
    ("offices:staff", _("Staff")),
    (QUEUE, _("Approval")),
    ("offices:assignments", _("Assignments")),
    ("offices:planner", _("Planner")),
    ("offices:years", _("Year by year")),
    ("offices:annual", _("Data for the yearly report")),
]


@register.simple_tag(takes_context=True)
def waiting_decisions(context):
    """How many wait for the visitor, counted once a page; None for who never decides."""
    request = context["request"]
    if not request.user.belongs_to(*DECIDERS):
        return None
    if not hasattr(request, "waiting_decisions"):
        request.waiting_decisions = Queue(request.user, timezone.localdate()).everything
    return request.waiting_decisions


@register.simple_tag(takes_context=True)
def office_sections(context):
    """What a manager goes between; nothing for others."""
    request = context["request"]
    if not request.user.belongs_to(groups.MANAGER):
        return []
    here, waiting = request.resolver_match.view_name, waiting_decisions(context)
    return [
        {"label": label, "url": reverse(name), "current": name == here, "waiting": name == QUEUE and waiting}
        for name, label in SECTIONS
    ]


@register.simple_tag
def staff_cells(roster, row):
    """The cells beside a name, rendered once for all who stand alike."""
    return rendered_cells(get_language(), roster.place(row), *attrgetter(*CELLS)(row))


@lru_cache(KEPT_CELLS)
def rendered_cells(_language, place, *values):
    row = dict(zip(CELLS, values, strict=True))
    return render_to_string("offices/staff_cells.html", {"row": row, "place": place})


@register.filter
def lacked_hours(hours):
    """Hours after „trūkst”, which takes the genitive; a fraction takes its singular."""
    if (get_language() or "").startswith("en"):
        return f"{number(hours, 'en')} {plural(hours, 'hour', 'hours', lang='en')}"
    whole = hours == int(hours)
    return f"{number(hours)} {plural(hours, 'stundas', 'stundu') if whole else 'stundas'}"


@register.filter
def outcome_name(outcome):
    """What becomes of a row of an import."""
    return Outcome(outcome).label


@register.filter
def kept_day(day):
    """A day as JSON keeps it."""
    return f"{date.fromisoformat(day):%d.%m.%Y}"
