import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from wagtailmedia.models import get_media_model

from people import groups
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
WHOLE = bytes(range(100))


def stored(name):
    if name.startswith("media/"):
        get_media_model().objects.create(title="Saruna", file=name, type="audio", duration=0)
    return default_storage.url(default_storage.save(name, ContentFile(WHOLE)))


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("images/upe.width-900.webp", "image/webp"),
        ("media/saruna.mp4", "video/mp4"),
        ("media/saruna.mp3", "audio/mpeg"),
        ("media_thumbnails/saruna.jpg", "image/jpeg"),
    ],
)
def test_guest_gets_what_pages_show(client, name, kind):
    answer = client.get(stored(name))

    assert (answer.status_code, answer["Content-Type"], answer.getvalue()) == (200, kind, WHOLE)


def test_player_gets_the_part_it_asks_for(client):
    answer = client.get(stored("media/saruna.mp4"), headers={"range": "bytes=10-19"})

    assert (answer.status_code, answer["Content-Range"]) == (206, "bytes 10-19/100")
    assert answer.getvalue() == WHOLE[10:20]


@pytest.mark.parametrize(
    "name",
    [
        "certificates/2026/apliecibaa.pdf",
        "certificates/attels.png",
        "documents/attels.png",
        "images/lapa.html",
        "images/skripts.js",
        "media/lapa.pdf",
        "attels.png",
    ],
)
def test_nothing_else_of_the_folder_has_an_address(client, alice, name):
    client.force_login(alice)

    assert client.get(stored(name)).status_code == 404


@pytest.mark.parametrize(
    "name", ["../certificates/a.png", "..%2fcertificates%2fa.png", "%00.png", "nav.png", ".png", ".."]
)
def test_no_name_leads_out_of_the_folder_or_breaks(client, name):
    stored("certificates/a.png")
    stored("images/a.png")

    assert client.get(f"/media/images/{name}").status_code == 404


@pytest.mark.parametrize(("group", "status"), [(groups.SPECIALIST, 404), (groups.EDITOR, 200)])
def test_pictures_as_they_came_from_the_camera_are_for_editors(client, group, status):
    address = stored("original_images/upe.jpg")
    assert client.get(address).status_code == 404

    client.force_login(UserFactory(groups=[group]))

    answer = client.get(address)
    assert answer.status_code == status
    answer.close()
