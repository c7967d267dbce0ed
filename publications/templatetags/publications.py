"""What templates ask of publications: how to cite, what machines read, what a study measured."""

from hashlib import sha256
from itertools import groupby
from json import dumps

from django import template
from django.core.cache import caches
from django.utils.translation import get_language

from publications import citations, known_dates
from publications.dublin_core import dublin_core
from publications.highwire import highwire

register = template.Library()
STYLES = (("APA", citations.APA), ("ISO 690", citations.ISO_690))
DAY = 24 * 60 * 60


@register.inclusion_tag("publications/cite.html")
def cite(subject, number="", heading=""):
    """Setting a reference takes longer than the rest of the page, so it is kept until the facts change."""
    item = subject.csl()
    kept_as = f"cite:{sha256(dumps(item, sort_keys=True).encode()).hexdigest()}"
    found = caches["pages"].get_or_set(kept_as, lambda: references(item), DAY)
    return {"subject": subject, "key": f"cite{number}", "heading": heading, "references": found}


def references(item):
    return [(name, citations.cited(item, style)) for name, style in STYLES]


@register.inclusion_tag("publications/cite_meta.html", takes_context=True)
def cite_meta(context, page):
    item, pdf = page.csl(), getattr(page, "pdf", None)
    pdf_url = context["request"].build_absolute_uri(pdf.url) if pdf else ""
    return {"highwire": highwire(item, pdf_url), "dublin_core": dublin_core(item)}


@register.filter
def known_date(text):
    return known_dates.worded(text, "en" if get_language() == "en" else "lv")


@register.simple_tag
def measures_of(study):
    """The measures by group, in the editor's order; per cent as bars too."""
    groups = groupby(study.kept_measures, key=lambda row: row.group)
    return [{"name": name, "rows": list(found)} for name, found in groups]


@register.simple_tag
def shares_of(study):
    """The measures in per cent of which something is known: what a chart can show."""
    return [row for row in study.kept_measures if row.unit == "%" and (row.before, row.after) != (None, None)]
