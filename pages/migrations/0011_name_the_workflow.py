"""Editors submit to a workflow by its name, which Wagtail wrote in English."""

from django.db import migrations

THEIRS = "Moderators approval"
OURS = {"Workflow": "Saskaņošana", "Task": "Moderatora saskaņojums"}


def name_in_latvian(apps, schema_editor):
    for model, name in OURS.items():
        apps.get_model("wagtailcore", model).objects.filter(name=THEIRS).update(name=name)


class Migration(migrations.Migration):
    dependencies = [("pages", "0010_who_translates"), ("wagtailcore", "0048_add_default_workflows")]
    operations = [migrations.RunPython(name_in_latvian, migrations.RunPython.noop)]
