"""The header's order; an editor may choose another one later."""

from django.db import migrations

from pages.sections import put_in_order

ORDER = ["metodikas", "kursi", "pasakumi", "raidieraksts", "izdevumi", "vardnica", "petijumi"]


def order_sections(apps, schema_editor):
    put_in_order(apps, ORDER)


class Migration(migrations.Migration):
    dependencies = [
        ("courses", "0003_catalogue"),
        ("events", "0002_events_section"),
        ("glossary", "0002_dictionary"),
        ("methodologies", "0002_methodologies_section"),
        ("podcasts", "0002_podcast_section"),
        ("publications", "0002_sections"),
    ]
    operations = [migrations.RunPython(order_sections, migrations.RunPython.noop)]
