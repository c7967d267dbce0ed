"""Whoever edits pages may translate them."""

from django.db import migrations

from people import groups

TRANSLATING = [groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR]


def let_translate(apps, schema_editor):
    permission = apps.get_model("auth.Permission").objects.get(
        content_type__app_label="wagtail_localize", codename="submit_translation"
    )
    for group in apps.get_model("auth.Group").objects.filter(name__in=TRANSLATING):
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0006_links"),
        ("people", "0002_reference_rows"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(let_translate, migrations.RunPython.noop)]
