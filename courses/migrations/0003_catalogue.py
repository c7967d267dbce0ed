"""The section „Kursi” under the home page."""

import uuid

from django.db import migrations

KEY = uuid.UUID("50c0da2b-0000-4000-8000-000000000003")
STEP = "0003"  # its place among the home page's children; others take their own


def make_catalogue(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    CataloguePage = apps.get_model("courses", "CataloguePage")
    HomePage = apps.get_model("pages", "HomePage")
    home = HomePage.objects.get(slug="home")
    kind, _ = ContentType.objects.get_or_create(app_label="courses", model="cataloguepage")
    CataloguePage.objects.create(
        title="Kursi",
        draft_title="Kursi",
        intro="E-kursi sociālā darba speciālistiem. Par pabeigtu kursu saņemsiet apliecību, un stundas ieskaita jūsu gadā.",
        slug="kursi",
        path=home.path + STEP,
        depth=home.depth + 1,
        numchild=0,
        url_path=f"{home.url_path}kursi/",
        content_type=kind,
        locale=home.locale,
        translation_key=KEY,
        live=True,
        show_in_menus=True,
    )
    home.numchild += 1
    home.save(update_fields=["numchild"])


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0002_first"),
        ("pages", "0002_home_page"),
    ]
    operations = [migrations.RunPython(make_catalogue, migrations.RunPython.noop)]
