import json

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from glossary.exchange import skos
from glossary.exchange.concept import Concept, Named
from glossary.exchange.refusals import Refused

SCHEME = "https://socdarbs.example/vardnica/"
WORK = Concept(f"{SCHEME}1/", "sociālais darbs", (Named("en", "preferred", "social work"),), status="approved")
COMMUNITY = Concept(
    f"{SCHEME}2/",
    "sociālais darbs kopienā",
    (
        Named("en", "preferred", "social work in the community"),
        Named("en", "synonym", "community work"),
        Named("lv", "abbreviation", "SDK"),
        Named("lv", "synonym", "kopienas darbs"),
    ),
    definition="Problēmu risināšana\nkopienas līmenī.",
    source="celamieskopa.lv",
    notes="„Kopiena” & <cits>.",
    status="obsolete",
    broader=(WORK.key,),
    related=(f"{SCHEME}3/",),
)
PLAIN = Concept(f"{SCHEME}3/", "ekokarte")
ALL = [WORK, COMMUNITY, PLAIN]


def written(form):
    return skos.write(ALL, scheme=SCHEME, title="Vārdnīca", form=form)


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_what_is_written_is_read_back(form):
    assert skos.read(written(form), form) == ALL


def test_turtle_says_what_skos_means():
    graph = Graph().parse(data=written("ttl"), format="turtle")
    work, community = URIRef(WORK.key), URIRef(COMMUNITY.key)
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {URIRef(concept.key) for concept in ALL}
    assert graph.value(community, SKOS.broader) == work
    assert graph.value(work, SKOS.narrower) == community
    assert Literal("SDK", "lv") in set(graph.objects(community, SKOS.altLabel))
    assert graph.value(community, SKOS.inScheme) == URIRef(SCHEME)


def test_json_is_plain_json():
    graph = json.loads(written("jsonld"))["@graph"]
    assert {"skos:prefLabel", "skos:definition"} <= set(next(one for one in graph if one["@id"] == COMMUNITY.key))


def test_a_file_of_others_is_understood():
    turtle = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <urn:a> a skos:Concept ; skos:prefLabel "darbs"@lv, "work"@en ; skos:narrower <urn:b> .
    <urn:b> a skos:Concept ; skos:prefLabel "nakts darbs"@lv .
    <urn:c> a skos:Concept ; skos:prefLabel "only English"@en .
    """
    assert skos.read(turtle.encode(), "ttl") == [
        Concept("urn:a", "darbs", (Named("en", "preferred", "work"),)),
        Concept("urn:b", "nakts darbs", broader=("urn:a",)),
    ]


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (b"<not> turtle", "ttl"),
        (b"\xff\xfe", "ttl"),
        (b"{", "jsonld"),
        (b'{"@context": "https://evil.example/context"}', "jsonld"),
        (b'[{"a": {"@context": [{"@import": "https://evil.example/"}]}}]', "jsonld"),
        (b"[" * 100_000, "jsonld"),
    ],
)
def test_a_broken_file_or_one_that_asks_elsewhere_is_refused(content, form):
    with pytest.raises(Refused, match="nevar nolasīt kā SKOS"):
        skos.read(content, form)
