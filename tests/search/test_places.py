"""Long works are found in the place that matched: the moment of a recording, the page of a PDF."""

from io import BytesIO

import pytest
import typst
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from pages.models import StandardPage
from podcasts import transcripts
from podcasts.models import EpisodePage, ShowPage
from search import files, tasks
from search.models import FileText, Part
from search.pdf import apart
from tests.publications import making
from tests.search.asked import find, index, page, titles

pytestmark = pytest.mark.django_db
PAGES = ("Pirmajā lapā nekā nav.", "Otrajā lapā ir supervī-\nzija un ētika.")


def pdf(*texts):
    """By Typst, as the portal makes its own."""
    source = '#set page(width: 8cm, height: 8cm)\n#set text(lang: "lv", hyphenate: false)\n'
    body = "\n#pagebreak()\n".join(text.replace("\n", " \\\n") for text in texts)
    return typst.compile((source + body).encode(), format="pdf")


@pytest.fixture
def document(db, references_and_admin_search):
    return add_document(pdf(*PAGES))


def add_document(data, name="raksts.pdf", **fields):
    file = ContentFile(data, name)
    return get_document_model().objects.create(title="Raksts", file=file, file_size=len(data), **fields)


def test_a_transcript_leads_to_the_moment():
    said = [(0, 30, "Sveiki."), (30, 61, "Par kopienu."), (61, 90, "Tagad par supervīziju."), (90, 95, "Paldies.")]
    written = transcripts.webvtt.write([transcripts.Cue(*line) for line in said])
    episode = EpisodePage(title="Saruna", transcript=written, slug="saruna")
    index(ShowPage.objects.get().add_child(instance=episode))
    hit = find("supervīzija").hits[0]
    assert (hit.place_address, hit.place) == (f"{episode.url}?t=61", "1:01")
    assert hit.snippet == [("Tagad par ", False), ("supervīziju", True), (". Paldies.", False)]


def test_a_pdf_leads_to_the_page(document, django_capture_on_commit_callbacks):
    index(making.article("Ētika", pdf=document))
    assert titles("supervīzija") == []
    with django_capture_on_commit_callbacks(execute=True):
        tasks.read_files()
    hit = find("supervīzijai").hits[0]
    assert (hit.name, hit.place_address, hit.place) == ("Ētika", f"{document.url}#page=2", "2. lpp.")
    assert ("supervīzija", True) in hit.snippet


def test_words_of_several_pages_find_the_work_once(document):
    tasks.read_files()
    index(making.article("Ētika", pdf=document))
    assert find("pirmajā supervīzija").total == 1


def test_a_document_among_the_texts_of_a_page_is_read_too(document):
    tasks.read_files()
    index(made := page("Lapa"))
    made.body = [("download", {"document": document, "title": ""})]
    made.save_revision().publish()
    index(made)
    assert titles("supervīzija") == ["Lapa"]


def test_a_document_in_a_private_collection_is_not_found(closed):
    restrict(closed)
    document = add_document(pdf("Noslēpums."), collection=closed)
    tasks.read_files()
    index(making.article("Ētika", pdf=document))
    assert titles("noslēpums") == []


@pytest.fixture
def closed(db):
    return Collection.get_first_root_node().add_child(name="Slēgts")


def restrict(collection):
    return CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")


def test_a_restriction_hides_what_stands_in_files_at_once(document, closed, django_capture_on_commit_callbacks):
    document.collection = closed
    document.save()
    tasks.read_files()
    index(making.article("Ētika", pdf=document))
    with django_capture_on_commit_callbacks(execute=True):
        restrict(Collection.get_first_root_node())
        assert titles("supervīzija") == []
    assert (titles("supervīzija"), titles("ētika")) == ([], ["Ētika"])


@pytest.mark.parametrize("opened", ["moved", "released"])
def test_a_file_that_is_opened_is_found(document, closed, opened, django_capture_on_commit_callbacks):
    restriction, document.collection = restrict(closed), closed
    document.save()
    tasks.read_files()
    index(making.article("Ētika", pdf=document))
    assert titles("supervīzija") == []
    with django_capture_on_commit_callbacks(execute=True):
        if opened == "released":
            restriction.delete()
        else:
            document.collection = Collection.get_first_root_node()
            document.save()
    assert titles("supervīzija") == ["Ētika"]


def test_what_is_no_pdf_is_not_asked_again(django_capture_on_commit_callbacks):
    broken = add_document(b"%PDF-1.7 nothing")
    tasks.read_files()
    assert FileText.objects.values_list("document", "pages", "is_readable").get() == (broken.pk, [], False)
    assert not files.unread().exists()


def test_a_file_that_took_its_place_is_read_anew(document):
    tasks.read_files()
    document.file.save("jauns.pdf", ContentFile(pdf("Pavisam kas cits.")))
    assert list(files.unread()) == [document]


def test_a_pdf_that_hangs_or_breaks_is_only_unreadable():
    with pytest.raises(apart.Unreadable):
        apart.read(BytesIO(b"\0" * 1000))


def test_of_the_parts_of_a_long_text_the_best_is_shown():
    text = "<p>" + "</p><p>".join(f"Rindkopa numur {number} par dzīvi. " * 20 for number in range(30)) + "</p>"
    index(page("Gara", text + "<p>Un beigās gan kopiena, gan ētika.</p><p>Kopiena.</p>"))
    assert Part.objects.count() > 5
    marked = [text for text, is_marked in find("ētika kopiena").hits[0].snippet if is_marked]
    assert marked[:2] == ["kopiena", "ētika"]


def test_every_part_of_a_page_leads_to_the_page():
    index(made := page("Lapa", "Teksts."))
    assert (find("teksts").hits[0].address, StandardPage.objects.get(pk=made.pk).url) == (made.url, made.url)
