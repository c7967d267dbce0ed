"""What the page of the search stands on; editors may recommend."""

import django.db.models.deletion
from django.db import migrations, models

import search.models.columns
from people import groups

RECOMMENDING = (groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR)


def let_editors_recommend(apps, schema_editor):
    """The permissions themselves do not exist before the first migrate ends."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailsearchpromotions", model="searchpromotion"
    )
    permissions = [
        apps.get_model("auth.Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{verb}_searchpromotion",
            defaults={"name": f"Can {verb} search promotion"},
        )[0]
        for verb in ("add", "change", "delete")
    ]
    for group in apps.get_model("auth.Group").objects.filter(name__in=RECOMMENDING):
        group.permissions.add(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_first"),
        ("people", "0002_reference_rows"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="Unfound",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=80, unique=True, verbose_name="searched for")),
                ("times", models.PositiveIntegerField(default=1, verbose_name="how often")),
                ("last_day", models.DateField(verbose_name="last time")),
            ],
            options={
                "verbose_name": "question without an answer",
                "verbose_name_plural": "questions without an answer",
                "ordering": ["-times", "-last_day", "text"],
            },
        ),
        migrations.CreateModel(
            name="Clue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=64)),
                ("stem", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "clue to a word",
                "verbose_name_plural": "clues to words",
                "constraints": [models.UniqueConstraint(fields=("text", "stem"), name="clue_once_per_stem")],
            },
        ),
        migrations.CreateModel(
            name="Known",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("folded", models.CharField(max_length=64, unique=True)),
                ("stem", models.CharField(max_length=64)),
                ("written", models.CharField(max_length=64, verbose_name="word")),
                ("times", models.PositiveIntegerField(verbose_name="how often")),
            ],
            options={
                "verbose_name": "known word",
                "verbose_name_plural": "known words",
                "indexes": [models.Index(fields=["stem"], name="known_by_stem")],
            },
        ),
        migrations.CreateModel(
            name="Beginning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", search.models.columns.ByteOrdered(max_length=80)),
                ("name", models.CharField(max_length=255, verbose_name="name")),
                ("is_whole", models.BooleanField(default=True)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="beginnings",
                        to="search.entry",
                        verbose_name="entry",
                    ),
                ),
            ],
            options={
                "verbose_name": "beginning of a name",
                "verbose_name_plural": "beginnings of names",
                "indexes": [models.Index(fields=["text"], name="beginnings_by_text")],
            },
        ),
        migrations.RunPython(let_editors_recommend, migrations.RunPython.noop),
    ]
