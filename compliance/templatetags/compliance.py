"""The belt of the year, the charts beside it and the pages of a document."""

from decimal import Decimal
from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance import belt as loom
from compliance import charts, previews
from compliance.models import Kind
from people.wording import hours_phrase, in_years, number, sessions_phrase

register = template.Library()
SMALL_BELTS = 1024
PIXELS = 46  # one hour on a wide screen


@register.inclusion_tag("components/belt.html")
def belt(required, earned, pending=0, name="belt", new=None):
    woven = loom.weave(*_hours(required, earned, pending))
    return {
        "belt": woven,
        "id": name,
        "size": round(woven.width * PIXELS / loom.SQUARE),
        "title": _("Belt of the year"),
        "description": _description(required, earned, pending),
        "new": new and loom.newest(woven, Decimal(str(new))),
    }


@register.simple_tag
@lru_cache(SMALL_BELTS)
def belt_small(required, earned, pending=0):
    """The belt of a table row; one table after the other draws the same few."""
    belt = loom.weave(*_hours(required, earned, pending))
    return render_to_string("components/belt_small.html", {"belt": belt})


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(rows, caption, current=None):
    bars = charts.bars(rows, current)
    return {"bars": bars, "caption": caption, "width": charts.WIDTH, "floor": charts.HEIGHT}


@register.inclusion_tag("components/share_chart.html")
def share_chart(rows, caption):
    return {"shares": charts.shares(rows), "caption": caption}


@register.filter
def norm_words(rule):
    """„24 akadēmiskās stundas gadā”, „10 supervīzijas sesijas gadā”."""
    lang = "en" if get_language() == "en" else "lv"
    amount = sessions_phrase if rule.kind == Kind.SUPERVISION else hours_phrase
    return f"{amount(rule.amount, lang)} {in_years(rule.years, lang)}"


@register.inclusion_tag("components/document.html")
def document_preview(document):
    return {"document": document, "pages": previews.addresses(document)}


@register.filter
def period_of(rule, year):
    """The first and the last year of the norm's period that holds the year."""
    return rule.period(year)


def _hours(required, earned, pending):
    required = Decimal(str(required)) if required is not None else None
    return required, Decimal(str(earned)), Decimal(str(pending))


def _description(required, earned, pending):
    norm, done, waiting = _hours(required, earned, pending)
    lang = "en" if get_language() == "en" else "lv"
    facts = [_("Earned: %s.") % number(done, lang)]
    if waiting:
        facts.append(_("Waiting for approval: %s.") % number(waiting, lang))
    if norm and norm > done:
        facts.append(_("Still to earn: %s.") % number(norm - done, lang))
    return " ".join(facts)
