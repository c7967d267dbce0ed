from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0011_exemptions"),
    ]

    operations = [
        migrations.AddField(
            model_name="creditentry",
            name="funding",
            field=models.CharField(
                blank=True,
                choices=[
                    ("employer", "the employer"),
                    ("person", "the person"),
                    ("project", "a project or the state"),
                    ("other", "someone else"),
                ],
                max_length=10,
                verbose_name="who paid or sent",
            ),
        ),
    ]
