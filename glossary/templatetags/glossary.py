from django import template
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from wagtail.models import Page

from glossary.edition import current_terms
from glossary.marking import Reading
from glossary.marking import marked as with_marks
from glossary.models import TermLink, TermPage
from pages.models import for_everyone
from pages.routing import told
from people.wording import sort_key

register = template.Library()
MARKED_LANGUAGE = "lv"


@register.filter(is_safe=True)
def marked(html, request):
    """Safe HTML with the first occurrence of each term in a section marked; the texts of a page share what was met."""
    if not html or not request or get_language() != MARKED_LANGUAGE:
        return html
    if not hasattr(request, "glossary"):
        request.glossary = (
            current_terms(told(request, "glossary_edition")),
            Reading(known={getattr(request, "entry", None)}),
        )
    return with_marks(html, *request.glossary, mark)


def mark(term, text):
    """A link to the entry; static/js/terms.js opens its explanation in place."""
    return f'<a class="term" href="{reverse("glossary:term", args=[term])}">{text}</a>'


@register.simple_tag
def links_of(term):
    """The public terms beside a term: its broader, its narrower and its related ones, by the alphabet."""
    rows = [(row.kind, row.other) for row in drafted(term) if row.other.live]
    rows += [(row.kind, row.other) if row.term_id == term.pk else (INVERSE[row.kind], row.term) for row in kept(term)]
    return {kind: in_order(other for its_kind, other in rows if its_kind == kind) for kind in KINDS}


def drafted(term):
    """Links of an entry that is being written, or of which it is known that there are none."""
    return term.links.all() if term.links.is_deferring else ()


def kept(term):
    """Links from and to an entry, by one query."""
    public = TermPage.objects.live().public()
    sides = Q(other=term.pk, term__in=public)
    if not term.links.is_deferring:
        sides |= Q(term=term.pk, other__in=public)
    return TermLink.objects.filter(sides).select_related("term__locale", "other__locale") if term.pk else ()


BROADER, RELATED, NARROWER = TermLink.Kind.BROADER, TermLink.Kind.RELATED, "narrower"
KINDS = (BROADER, NARROWER, RELATED)
INVERSE = {BROADER: NARROWER, RELATED: RELATED}


def in_order(terms):
    return sorted({term.pk: term for term in terms}.values(), key=lambda term: sort_key(term.title))


@register.simple_tag
def used_in(term):
    """The public pages whose text holds the term."""
    if not term.pk:
        return []
    found = Page.objects.live().filter(for_everyone(), terms_used__term=term.pk)
    return sorted(found, key=lambda page: (sort_key(kind(page)), sort_key(page.title)))


@register.filter
def kind(page):
    """What its kind is called: one need not look into the table of each."""
    return str(page.specific_class._meta.verbose_name)
