from django.db import migrations, models


def keep_groups_as_they_are(apps, schema_editor):
    """Administrators could rename the groups that the portal finds by name."""
    granted = apps.get_model("auth.Group").permissions.through.objects
    granted.filter(permission__content_type__app_label="auth", permission__content_type__model="group").delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0002_reference_rows")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="state",
            field=models.CharField(
                choices=[
                    ("pending", "waits"),
                    ("taken", "being sent"),
                    ("sent", "sent"),
                    ("given_up", "not sent"),
                ],
                default="pending",
                max_length=10,
            ),
        ),
        migrations.RunPython(keep_groups_as_they_are, migrations.RunPython.noop),
    ]
