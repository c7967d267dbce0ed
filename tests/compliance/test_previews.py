import pytest
from django.core import signing

from compliance import previews
from compliance.actions.documents import keep
from tests.compliance.documents.uploads import pdf, picture, upload
from tests.factories import DocumentFactory, at

pytestmark = pytest.mark.django_db
HOST = "http://content.localhost:8000/"


def paths(document):
    return [address.removeprefix(HOST) for address in previews.addresses(document)]


def test_every_page_has_an_address_on_the_content_host(alice):
    document = keep(upload(pdf("Pirmā#pagebreak()Otrā")), person=alice, by=alice)

    first, second = previews.addresses(document)

    assert first.startswith(HOST)
    assert second.startswith(HOST)
    assert previews.picture(first.removeprefix(HOST)) != previews.picture(second.removeprefix(HOST))


def test_without_a_content_host_there_are_no_addresses(alice, settings):
    settings.CONTENT_HOST = ""

    assert previews.addresses(keep(upload(picture()), person=alice, by=alice)) == []


def test_address_ends_after_ten_minutes(alice, time_machine):
    time_machine.move_to(at(2026, 11, 20), tick=False)
    (path,) = paths(keep(upload(picture()), person=alice, by=alice))
    time_machine.shift(600)
    assert previews.picture(path)[:4] == b"RIFF"

    time_machine.shift(1)

    assert previews.picture(path) is None


def test_address_is_good_for_its_page_only(alice):
    one, other = (keep(upload(picture()), person=alice, by=alice) for _time in range(2))
    (path,), (foreign,) = paths(one), paths(other)

    assert previews.picture(foreign.split(":")[0] + ":" + path.split(":", 1)[1]) is None
    assert previews.picture(signing.dumps([one.pk, 0], salt="something else")) is None
    assert previews.picture(signing.dumps([one.pk, 1], salt=previews.SALT)) is None


def test_picture_that_is_gone_is_not_shown(alice):
    document = DocumentFactory(person=alice, previews=["documents/2026/lost/1.webp"])
    (path,) = paths(document)
    assert previews.picture(path) is None

    document.delete()

    assert previews.picture(path) is None
