"""/celamies-kopa/ and /skaitli/."""

from django.db import migrations

from pages.sections import make_section


def make_sections(apps, schema_editor):
    make_section(apps, "stories", "CampaignPage", slug="celamies-kopa", title="Ceļamies kopā", in_menus=False)
    make_section(apps, "stories", "FiguresPage", slug="skaitli", title="Projekta skaitļi", in_menus=False)


class Migration(migrations.Migration):
    dependencies = [("stories", "0001_first"), ("pages", "0005_sections")]
    operations = [migrations.RunPython(make_sections, migrations.RunPython.noop)]
