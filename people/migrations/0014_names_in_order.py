from django.db import migrations

import people.models.names


def write_names(apps, schema_editor):
    """Saving writes the two columns from the name."""
    for person in apps.get_model("people", "User").objects.only("first_name", "last_name", "email").iterator():
        person.save(update_fields=["name_order", "plain_name"])


class Migration(migrations.Migration):
    dependencies = [("people", "0013_absence_requests")]

    operations = [
        migrations.AddField("user", "name_order", people.models.names.NameOrderField(default=b"")),
        migrations.AddField("user", "plain_name", people.models.names.PlainNameField(default="", editable=False)),
        migrations.RunPython(write_names, migrations.RunPython.noop),
    ]
