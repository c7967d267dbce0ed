"""/vardnica/, and the first edition of what stands in it."""

from django.db import migrations

from pages.sections import make_section


def begin(apps, schema_editor):
    make_section(apps, "glossary", "GlossaryPage", slug="vardnica", title="Vārdnīca")
    apps.get_model("glossary", "Edition").objects.create()


class Migration(migrations.Migration):
    dependencies = [("glossary", "0001_first"), ("pages", "0005_sections")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
