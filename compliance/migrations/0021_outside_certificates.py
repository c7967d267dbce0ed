import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import ExtractYear


def fill(apps, schema_editor):
    """Until now a person submitted their own, and what was approved was credited as printed."""
    certificates = apps.get_model("compliance.ExternalCertificate").objects
    certificates.update(submitted_by=models.F("person"))
    certificates.filter(state="approved").update(decided_amount=models.F("hours"), decided_year=ExtractYear("last_day"))
    if schema_editor.connection.vendor == "postgresql":  # checks that wait would not let the column change
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0020_documents"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExternalStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "verb",
                    models.CharField(
                        choices=[
                            ("submitted", "submitted"),
                            ("returned", "returned to be made precise"),
                            ("resubmitted", "made precise and submitted again"),
                            ("withdrawn", "withdrawn"),
                            ("approved", "approved"),
                            ("rejected", "rejected"),
                            ("corrected", "corrected"),
                            ("seen", "looked at afterwards"),
                        ],
                        max_length=15,
                        verbose_name="step",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="at")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="reason")),
            ],
            options={
                "verbose_name": "step of a certificate",
                "verbose_name_plural": "steps of a certificate",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Provider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("key", models.CharField(editable=False, max_length=400, unique=True)),
            ],
            options={
                "verbose_name": "provider",
                "verbose_name_plural": "providers",
                "ordering": ["name"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="externalcertificate",
            name="outside_hours_are_positive",
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="academic_hour_minutes",
            field=models.PositiveSmallIntegerField(default=45, verbose_name="minutes in an academic hour"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="decided_amount",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="credited"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="decided_year",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="credited to the year"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="document",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="certificates",
                to="compliance.document",
            ),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="flags",
            field=models.JSONField(blank=True, default=list, verbose_name="flags"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="reason",
            field=models.CharField(blank=True, max_length=300, verbose_name="reason"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="revision",
            field=models.PositiveSmallIntegerField(default=1, verbose_name="revision"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="sessions",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="supervision sessions"),
        ),
        migrations.AddField(
            model_name="externalcertificate",
            name="submitted_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="externalcertificate",
            name="submitted_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="submitted by",
            ),
        ),
        migrations.AlterField(
            model_name="externalcertificate",
            name="hours",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="hours"),
        ),
        migrations.AlterField(
            model_name="externalcertificate",
            name="state",
            field=models.CharField(
                choices=[
                    ("submitted", "waits for approval"),
                    ("returned", "returned to be made precise"),
                    ("approved", "approved"),
                    ("rejected", "rejected"),
                    ("withdrawn", "withdrawn"),
                ],
                default="submitted",
                max_length=10,
                verbose_name="state",
            ),
        ),
        migrations.AddConstraint(
            model_name="externalcertificate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("hours__gt", 0), ("kind", "training"), ("sessions", None)),
                    models.Q(("hours", None), ("kind", "supervision"), ("sessions__gt", 0)),
                    _connector="OR",
                ),
                name="outside_hours_or_sessions",
            ),
        ),
        migrations.AddField(
            model_name="externalstep",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="by",
            ),
        ),
        migrations.AddField(
            model_name="externalstep",
            name="certificate",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="compliance.externalcertificate"
            ),
        ),
    ]
