"""Administrators may look at the rules and the ledger in the CMS."""

from django.db import migrations

from people import groups


def let_administrators_read(apps, schema_editor):
    """The permissions themselves do not exist before the first migrate ends."""
    group = apps.get_model("auth.Group").objects.get(name=groups.ADMINISTRATOR)
    for name in ("rule", "creditentry"):
        content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
            app_label="compliance", model=name
        )
        permission, _ = apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type, codename=f"view_{name}", defaults={"name": f"Can view {name}"}
        )
        group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("compliance", "0004_rules_of_t1"), ("people", "0002_reference_rows")]

    operations = [migrations.RunPython(let_administrators_read, migrations.RunPython.noop)]
