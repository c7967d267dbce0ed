import pytest
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.management import call_command
from django.test import override_settings

pytestmark = pytest.mark.django_db


def test_sitemap_names_published_pages_of_both_languages(client):
    told = client.get("/sitemap.xml").content.decode()

    assert "<loc>http://127.0.0.1:8000/kursi/</loc>" in told
    assert "<loc>http://127.0.0.1:8000/en/</loc>" in told


def test_robots_are_sent_to_the_sitemap_and_away_from_people(client):
    told = client.get("/robots.txt")

    assert told["Content-Type"] == "text/plain"
    assert "Disallow: /darbinieki/\n" in told.content.decode()
    assert "Sitemap: http://testserver/sitemap.xml" in told.content.decode()


@pytest.mark.parametrize("door", ["/cms/login/", "/cms/password_reset/"])
def test_wagtails_own_doors_lead_to_the_portals(client, door):
    assert client.get(door).url.startswith("/accounts/")


@pytest.mark.parametrize(
    "address",
    [
        "/l/{}/",
        "/attels/{}-0.png",
        "/raidieraksts/{}/atsifrejums.vtt",
        "/raidieraksts/{}/nodalas.json",
        "/vardnica/{}/",
        "/vardnica/{}/skaidrojums/",
        "/vardnica/{}.json",
        "/izdevumi/{}.epub",
        "/izdevumi/{}.bib",
        "/izdevumi/sejumi/{}.bib",
        "/cms/publications/{}/import/",
    ],
)
def test_a_number_that_no_column_can_hold_finds_nothing(admin_client, address):
    assert admin_client.get(address.format(10**20)).status_code == 404


def test_every_file_that_styles_name_exists(tmp_path):
    """Collecting under names by content, as with DEBUG off, follows each url() and import."""
    stored = {"staticfiles": {"BACKEND": f"{__name__}.Strict"}}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES=stored):
        call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").exists()


class Strict(ManifestStaticFilesStorage):
    manifest_strict = True
