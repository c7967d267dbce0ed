"""SKOS as Turtle and as JSON-LD. SKOS knows no abbreviations: they are labels that our own property names once more."""

import json
import warnings

from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, SKOS

from .concept import ABBREVIATION, APPROVED, OBSOLETE, PREFERRED, PROVISIONAL, SYNONYM, Concept, Named
from .refusals import Refused, not_readable

ADMS = Namespace("http://www.w3.org/ns/adms#")
FORMATS = {"ttl": "turtle", "jsonld": "json-ld"}
STATUSES = (APPROVED, PROVISIONAL, OBSOLETE)
CONTEXT = {"skos": str(SKOS), "dcterms": str(DCTERMS), "adms": str(ADMS)}


def write(concepts, *, scheme, title, form):
    """`scheme` is the address of the dictionary; the concepts' keys are addresses too."""
    graph = Graph()
    for prefix, space in CONTEXT.items():
        graph.bind(prefix, space)
    graph.bind("dict", own(scheme))
    graph.add((URIRef(scheme), RDF.type, SKOS.ConceptScheme))
    graph.add((URIRef(scheme), DCTERMS.title, Literal(title, "lv")))
    for concept in concepts:
        for predicate, value in statements(concept, scheme):
            graph.add((URIRef(concept.key), predicate, value))
        for broader in concept.broader:
            graph.add((URIRef(broader), SKOS.narrower, URIRef(concept.key)))
    more = {"context": CONTEXT | {"dict": own(scheme)}, "auto_compact": True} if form == "jsonld" else {}
    return graph.serialize(format=FORMATS[form], encoding="utf-8", **more)


def own(scheme):
    return f"{scheme}#"


def statements(concept, scheme):
    yield RDF.type, SKOS.Concept
    yield SKOS.inScheme, URIRef(scheme)
    yield SKOS.prefLabel, Literal(concept.title, "lv")
    yield ADMS.status, Literal(concept.status)
    for language, kind, text in concept.names:
        yield SKOS.prefLabel if kind == PREFERRED else SKOS.altLabel, Literal(text, language)
        if kind == ABBREVIATION:
            yield URIRef(own(scheme) + ABBREVIATION), Literal(text, language)
    texts = {SKOS.definition: concept.definition, SKOS.note: concept.notes}
    yield from ((predicate, Literal(text, "lv")) for predicate, text in texts.items() if text)
    if concept.source:
        yield DCTERMS.source, Literal(concept.source, "lv")
    yield from ((SKOS.broader, URIRef(key)) for key in concept.broader)
    yield from ((SKOS.related, URIRef(key)) for key in concept.related)


def read(content, form):
    graph = Graph()
    try:
        if form == "jsonld":
            refuse_contexts_elsewhere(json.loads(content))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser of JSON-LD warns of rdflib
            graph.parse(data=content, format=FORMATS[form])
    except Refused:
        raise
    except Exception as error:
        raise not_readable("SKOS (Turtle)" if form == "ttl" else "SKOS (JSON-LD)") from error
    found = [concept_of(graph, node) for node in graph.subjects(RDF.type, SKOS.Concept, unique=True)]
    return sorted((concept for concept in found if concept), key=lambda concept: concept.key)


def refuse_contexts_elsewhere(value):
    """A context that is an address would be fetched; nothing is asked of anybody because of a file."""
    if isinstance(value, list):
        for one in value:
            refuse_contexts_elsewhere(one)
    elif isinstance(value, dict):
        contexts = value.get("@context", [])
        named = contexts if isinstance(contexts, list) else [contexts]
        if "@import" in value or any(isinstance(one, str) for one in named):
            raise not_readable("SKOS (JSON-LD)")
        for one in value.values():
            refuse_contexts_elsewhere(one)


def concept_of(graph, node):
    """None of what has no Latvian name."""
    title = first(graph, node, SKOS.prefLabel, "lv")
    if not title:
        return None
    status = str(graph.value(node, ADMS.status) or "")
    keys = {kind: tuple(sorted(map(str, graph.objects(node, kind)))) for kind in (SKOS.broader, SKOS.related)}
    narrower_of = tuple(map(str, graph.subjects(SKOS.narrower, node)))
    return Concept(
        key=str(node),
        title=title,
        names=tuple(sorted(names(graph, node, title))),
        definition=first(graph, node, SKOS.definition, "lv"),
        source=str(graph.value(node, DCTERMS.source) or ""),
        notes=first(graph, node, SKOS.note, "lv"),
        status=status if status in STATUSES else PROVISIONAL,
        broader=tuple(sorted({*keys[SKOS.broader], *narrower_of})),
        related=keys[SKOS.related],
    )


def first(graph, node, predicate, language):
    """The text in one language; several are told apart by nothing, so the first by the alphabet."""
    return min((str(text) for text in graph.objects(node, predicate) if text.language == language), default="")


def names(graph, node, title):
    short = {(text.language, str(text)) for text in labels(graph, node) if is_abbreviation(graph, node, text)}
    for predicate, kind in ((SKOS.prefLabel, PREFERRED), (SKOS.altLabel, SYNONYM)):
        for text in graph.objects(node, predicate):
            language, written = getattr(text, "language", None) or "lv", str(text)
            if (language, written) != ("lv", title):
                yield Named(language, ABBREVIATION if (language, written) in short else kind, written)


def labels(graph, node):
    return [text for text in graph.objects(node, SKOS.altLabel) if isinstance(text, Literal)]


def is_abbreviation(graph, node, text):
    return any(str(predicate).endswith(f"#{ABBREVIATION}") for predicate in graph.predicates(node, text))
