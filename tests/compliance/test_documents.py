import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.urls import reverse

from compliance.actions.documents import discard_unused, keep
from compliance.models import Document
from people.models import User
from tests.compliance.documents.uploads import pdf, picture, upload
from tests.factories import DocumentFactory, at

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def stored(name):
    with default_storage.open(name) as file:
        return file.read()


def test_pdf_is_kept_without_metadata_with_pictures_of_its_pages(alice, bob):
    data = pdf("Supervīzijas pamati, 16 ak. st.\n#pagebreak()\nTēmas")

    document = keep(upload(data, "mapes\\Apliecība Nr. 5.PDF"), person=alice, by=bob, at=at(2026, 11, 20))

    assert (document.name, document.kind, document.pages) == ("Apliecība Nr. 5.pdf", "pdf", 2)
    assert (document.size, document.digest) == (len(data), hashlib.sha256(data).hexdigest())
    assert (document.person, document.uploaded_by, document.uploaded_at) == (alice, bob, at(2026, 11, 20))
    assert document.text.splitlines() == ["Supervīzijas pamati, 16 ak. st.", "Tēmas"]
    assert (stored(document.file.name)[:5], b"Typst" in data, b"Typst" in stored(document.file.name)) == (
        b"%PDF-",
        True,
        False,
    )
    assert [stored(name)[:4] for name in document.previews] == [b"RIFF", b"RIFF"]


def test_place_of_a_file_is_not_to_be_guessed(alice):
    first, second = (keep(upload(picture()), person=alice, by=alice, at=at(2026)) for _time in range(2))

    assert first.file.name.startswith("documents/2026/")
    assert first.file.name != second.file.name
    assert first.digest == second.digest


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Fails ir tukšs."),
        (b"%PDF-" + bytes(10 * 1024 * 1024), "Fails ir pārāk liels (līdz 10 MB)."),
        (
            b"<html>%PDF-1.7</html>",
            "Šādu failu nevar pievienot. Pievienojiet PDF, attēlu (JPEG, PNG vai HEIC) vai e-dokumentu (.edoc vai .asice).",
        ),
        (
            b"%PDF-1.7 nothing more",
            "Failu nevar nolasīt, jo tas ir bojāts. Saglabājiet to vēlreiz vai pievienojiet dokumenta fotogrāfiju.",
        ),
    ],
    ids=["empty", "too large", "an HTML named .pdf", "broken"],
)
def test_refused_file_leaves_nothing_behind(alice, settings, data, told):
    with pytest.raises(ValidationError) as refusal:
        keep(upload(data), person=alice, by=alice)

    assert refusal.value.messages == [told]
    assert (Document.objects.count(), list(settings.MEDIA_ROOT.rglob("*"))) == (0, [])


def test_row_that_cannot_be_written_leaves_no_files(alice, settings):
    with pytest.raises(ValueError, match="unsaved related object"):
        keep(upload(picture()), person=User(), by=alice)

    assert [file for file in settings.MEDIA_ROOT.rglob("*") if file.is_file()] == []


def test_documents_are_ones_own(alice, bob):
    document = keep(upload(picture()), person=alice, by=alice)

    assert list(Document.objects.visible_to(alice)) == [document]
    assert list(Document.objects.visible_to(bob)) == []


def test_owner_saves_the_file_and_never_opens_it_in_the_portal(client, alice):
    document = keep(upload(pdf(), "Apliecība.pdf"), person=alice, by=alice)
    client.force_login(alice)

    answer = client.get(reverse("compliance:document", args=[document.pk]))

    assert (answer.status_code, answer.getvalue()) == (200, stored(document.file.name))
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Apliec%C4%ABba.pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_someone_elses_document_does_not_exist(client, alice, charlie):
    document = DocumentFactory(person=charlie)
    client.force_login(alice)

    assert client.get(reverse("compliance:document", args=[document.pk])).status_code == 404
    assert client.get(f"/media/{document.file.name}").status_code == 404


def test_files_that_were_never_submitted_are_forgotten_after_a_week(
    alice, settings, django_capture_on_commit_callbacks
):
    keep(upload(picture()), person=alice, by=alice, at=at(2026, 11, 1))
    fresh = keep(upload(picture()), person=alice, by=alice, at=at(2026, 11, 2))

    with django_capture_on_commit_callbacks(execute=True):
        discard_unused(at=at(2026, 11, 8, 13))

    assert list(Document.objects.all()) == [fresh]
    left = {str(file.relative_to(settings.MEDIA_ROOT)) for file in settings.MEDIA_ROOT.rglob("*") if file.is_file()}
    assert left == {fresh.file.name, *fresh.previews}


def test_one_person_does_not_fill_the_disk(alice, bob):
    DocumentFactory.create_batch(100, person=alice, uploaded_by=bob, uploaded_at=at(2026, 11, 1, 12, 0))

    with pytest.raises(ValidationError) as refusal:
        keep(upload(picture()), person=alice, by=bob, at=at(2026, 11, 1, 12, 59))

    assert refusal.value.messages == ["Pēdējās stundas laikā pievienojāt ļoti daudz failu. Nākamo pievienojiet vēlāk."]
    assert keep(upload(picture()), person=alice, by=bob, at=at(2026, 11, 1, 13, 0)).pk
