"""/pasakumi/."""

from django.db import migrations

from pages.sections import make_section


def make_sections(apps, schema_editor):
    make_section(apps, "events", "EventIndexPage", slug="pasakumi", title="Pasākumi")


class Migration(migrations.Migration):
    dependencies = [("events", "0001_first"), ("pages", "0005_sections")]
    operations = [migrations.RunPython(make_sections, migrations.RunPython.noop)]
