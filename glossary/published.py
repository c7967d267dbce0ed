"""The public dictionary as concepts for files."""

from collections import defaultdict

from django.urls import reverse

from .exchange.concept import Concept, Named
from .models import TermLink, TermPage


def concepts(root, terms=None):
    """All, or those of some public terms, by number; `root` is the address of the site, a key a permanent address."""
    public = TermPage.objects.live().public()
    terms = list((public if terms is None else terms).with_names().order_by("pk"))
    links = defaultdict(list)
    rows = TermLink.objects.filter(term__in=[term.pk for term in terms], other__in=public)
    for term, kind, other in rows.values_list("term", "kind", "other"):
        links[term, kind].append(key(root, other))
    return [concept(term, root, links) for term in terms]


def key(root, number):
    return root + reverse("glossary:term", args=[number])


def concept(term, root, links):
    return Concept(
        key=key(root, term.pk),
        title=term.title,
        names=tuple(sorted(Named(row.language, row.kind, row.text) for row in term.names.all())),
        definition=term.definition,
        source=term.definition_source,
        notes=term.notes,
        status=term.status,
        broader=tuple(sorted(links[term.pk, TermLink.Kind.BROADER])),
        related=tuple(sorted(links[term.pk, TermLink.Kind.RELATED])),
    )
