"""The two locales and the home page in both, in place of Wagtail's welcome page."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import migrations

KEY = uuid.UUID("50c0da2b-0000-4000-8000-000000000001")
HOMES = [
    {
        "code": "lv",
        "slug": "home",
        "path": "00010001",
        "title": "Sociālā darba zināšanas un pieredze vienuviet",
        "intro": "Metodikas un e-kursi pašvaldību sociālā darba speciālistiem. Te redzamas arī jūsu gada mācību stundas.",
    },
    {
        "code": "en",
        "slug": "home-en",
        "path": "00010002",
        "title": "Knowledge and experience of social work in one place",
        "intro": "Methodologies and e-courses for specialists of municipal social work. Your training hours of the year too.",
    },
]


def make_homes(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("pages", "HomePage")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    kind, _ = ContentType.objects.get_or_create(app_label="pages", model="homepage")
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    for home in HOMES:
        locale, _ = Locale.objects.get_or_create(language_code=home["code"])
        HomePage.objects.create(
            title=home["title"],
            draft_title=home["title"],
            intro=home["intro"],
            slug=home["slug"],
            path=home["path"],
            depth=2,
            numchild=0,
            url_path=f"/{home['slug']}/",
            content_type=kind,
            locale=locale,
            translation_key=KEY,
            live=True,
        )
    Page.objects.filter(depth=1).update(numchild=len(HOMES))
    address = urlsplit(settings.BASE_URL)
    Site.objects.create(
        hostname=address.hostname,
        port=address.port or (443 if address.scheme == "https" else 80),
        root_page_id=HomePage.objects.get(slug="home").pk,
        is_default_site=True,
        site_name=settings.WAGTAIL_SITE_NAME,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_first"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_homes, migrations.RunPython.noop)]
