"""An answer as JSON (docs/search-api.md)."""

from django.utils.translation import gettext as _


def data(answer, root):
    """`root(address)` makes an address whole."""
    results = answer.results
    return {
        "query": {"text": answer.query.text, "order": answer.query.order, "facets": answer.query.facets},
        "total": results.total,
        "page": results.page,
        "pages": results.pages,
        "suggestion": answer.suggestion or None,
        "term": answer.term and term(answer.term, root),
        "picks": [pick(one, root) for one in answer.picks],
        "hits": [hit(one, root) for one in results.hits],
        "facets": {name: list(map(choice, choices)) for name, choices in results.facets.items()},
    }


def hit(one, root):
    return {
        "title": one.name,
        "url": root(one.address),
        "kind": one.kind,
        "kind_name": one.kind_name,
        "breadcrumb": list(one.crumbs),
        "when": one.when,
        "date": one.day,
        "topics": list(one.topics),
        "language": one.language,
        "title_pieces": list(map(piece, one.title)),
        "snippet": list(map(piece, one.snippet)),
        "place": {"name": one.place, "url": root(one.place_address)} if one.place else None,
    }


def piece(one):
    text, marked = one
    return {"text": text, "marked": marked}


def choice(one):
    return {"value": one.value, "name": one.name, "count": one.number, "chosen": one.chosen}


def term(page, root):
    return {
        "title": page.title,
        "english": page.english_name,
        "definition": page.definition,
        "url": root(page.url),
    }


def pick(one, root):
    return {"title": one.title, "url": root(one.address), "description": one.description}


def too_long():
    return {"error": _("Up to 1,000 characters can be searched for.")}
