from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from tests.publications.making import article, issue

pytestmark = pytest.mark.django_db
TEXT = (
    '<h2>Ievads & mērķis</h2><p onclick="x()">Ar <a href="/metodikas/" class="y">saiti</a>.<br>'
    "<script>alert()</script><embed embedtype='image'/></p>"
)


def opened(client, number):
    response = client.get(f"/izdevumi/{number.pk}.epub")
    assert (response.status_code, response["Content-Type"]) == (200, "application/epub+zip")
    return ZipFile(BytesIO(response.content))


def readable(title="Raksts <1>", *authors, **facts):
    return article(title, *authors, body=[{"type": "text", "value": TEXT}], **facts)


def test_the_kind_of_file_stands_first_and_unpacked(client):
    number = issue()
    readable()
    first = opened(client, number).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


def test_every_part_is_well_formed_and_named_in_the_package(client):
    number = issue(publisher="A & B")
    readable()
    book = opened(client, number)
    parts = {name for name in book.namelist() if name.endswith((".xhtml", ".opf", ".ncx", ".xml"))}
    for name in parts:
        etree.fromstring(book.read(name))
    package = etree.fromstring(book.read("EPUB/package.opf"))
    named = {"EPUB/" + item.get("href") for item in package.iter("{*}item")}
    assert {name for name in parts if name.startswith("EPUB/")} - {"EPUB/package.opf"} <= named <= set(book.namelist())
    assert "nav" in {item.get("properties") for item in package.iter("{*}item")}


def test_the_articles_with_a_text_follow_in_order(client):
    number = issue()
    readable("Otrais", first_page=20)
    readable("Pirmais & vienīgais", "Ieva Ozola", first_page=4)
    article("Bez teksta")
    contents = etree.fromstring(opened(client, number).read("EPUB/toc.xhtml"))
    assert [link.text for link in contents.iter("{*}a")] == ["Pirmais & vienīgais", "Otrais"]


def test_only_what_can_be_read_is_left_of_a_text(client):
    number = issue()
    readable()
    page = opened(client, number).read("EPUB/page0001.xhtml").decode()
    assert "<h1>Raksts &lt;1&gt;</h1>" in page
    assert '<a href="http://127.0.0.1:8000/metodikas/">saiti</a>' in page
    for hidden in ("onclick", "script", "alert", "class"):
        assert hidden not in page


@pytest.mark.parametrize("made", ["without a text", "draft"])
def test_there_is_no_book_of_nothing(client, made):
    number = issue(live=made != "draft")
    article() if made == "without a text" else readable()
    assert client.get(f"/izdevumi/{number.pk}.epub").status_code == 404


def test_the_issue_offers_it_once_there_is_a_text(client):
    number = issue()
    assert "EPUB" not in client.get(number.url).content.decode()
    readable()
    assert "E-lasītājam" in client.get(number.url, headers={"cookie": "messages=x"}).content.decode()
