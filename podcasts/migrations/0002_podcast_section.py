"""/raidieraksts/, where the episodes live."""

from django.db import migrations

from pages.sections import make_section


def make_podcast(apps, schema_editor):
    make_section(apps, "podcasts", "ShowPage", slug="raidieraksts", title="Raidieraksts")


class Migration(migrations.Migration):
    dependencies = [("podcasts", "0001_first"), ("pages", "0005_sections")]
    operations = [migrations.RunPython(make_podcast, migrations.RunPython.noop)]
