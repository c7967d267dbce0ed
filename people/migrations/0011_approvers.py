import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def add_group(apps, schema_editor):
    apps.get_model("auth.Group").objects.get_or_create(name="Approvers")


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0010_absences_and_workload"),
    ]

    operations = [
        migrations.CreateModel(
            name="Approver",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("start", models.DateField(verbose_name="from")),
                ("end", models.DateField(blank=True, null=True, verbose_name="until")),
                (
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvers",
                        to="people.employer",
                        verbose_name="employer or unit",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="named by",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approver_of",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "approver",
                "verbose_name_plural": "approvers",
                "ordering": ["employer__name", "person__last_name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("end", None), ("end__gte", models.F("start")), _connector="OR"),
                        name="approver_ends_after_beginning",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("end", None)),
                        fields=("person", "employer"),
                        name="approver_named_once_at_a_time",
                    ),
                ],
            },
        ),
        migrations.RunPython(add_group, migrations.RunPython.noop),
    ]
