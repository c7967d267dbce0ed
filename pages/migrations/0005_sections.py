"""/temas/ and /autori/."""

from django.db import migrations

from pages.sections import make_section

SECTIONS = [
    (
        "TopicIndexPage",
        {"slug": "temas", "title": "Tēmas", "intro": "Viss portālā atrodamais pa tēmām: metodikas, pasākumi, raksti."},
    ),
    (
        "ContributorIndexPage",
        {"slug": "autori", "title": "Autori un runātāji", "intro": "Rakstu autori, konferenču runātāji un citi."},
    ),
]


def make_sections(apps, schema_editor):
    for model, fields in SECTIONS:
        make_section(apps, "pages", model, in_menus=False, **fields)


class Migration(migrations.Migration):
    dependencies = [("pages", "0004_contributors_and_topics"), ("methodologies", "0003_hours_with_comma")]
    operations = [migrations.RunPython(make_sections, migrations.RunPython.noop)]
