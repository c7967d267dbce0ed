"""/izdevumi/ and /petijumi/."""

from django.db import migrations

from pages.sections import make_section

SECTIONS = [
    (
        "PublicationIndexPage",
        {
            "slug": "izdevumi",
            "title": "Izdevumi",
            "intro": "Periodiskais izdevums „Sociālais darbs Latvijā” un projekta grāmatas.",
        },
    ),
    (
        "StudyIndexPage",
        {"slug": "petijumi", "title": "Pētījumi", "intro": "Ko projekts pētīja, ko atklāja un ko tas mainīja."},
    ),
]


def make_sections(apps, schema_editor):
    for model, fields in SECTIONS:
        make_section(apps, "publications", model, **fields)


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_first"), ("pages", "0005_sections")]
    operations = [migrations.RunPython(make_sections, migrations.RunPython.noop)]
