import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compliance", "0005_administrators_read"),
        ("people", "0010_absences_and_workload"),
    ]

    operations = [
        migrations.AddField(
            model_name="rule",
            name="absence",
            field=models.CharField(
                choices=[("shown", "shown beside what is missing"), ("deducted", "deducted from the norm")],
                default="shown",
                max_length=10,
                verbose_name="excused absence",
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="counted",
            field=models.CharField(
                choices=[
                    ("last_day", "who is employed on 31 December"),
                    ("any_day", "who was employed any day of the year"),
                ],
                default="last_day",
                max_length=10,
                verbose_name="who is counted",
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="proration",
            field=models.CharField(
                choices=[("none", "the whole amount"), ("months", "by months worked"), ("days", "by days worked")],
                default="none",
                max_length=10,
                verbose_name="proration",
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="several_roles",
            field=models.CharField(
                choices=[("highest", "the highest norm"), ("sum", "the norms added up")],
                default="highest",
                max_length=10,
                verbose_name="several professions",
            ),
        ),
        migrations.AddField(
            model_name="rule",
            name="years",
            field=models.PositiveSmallIntegerField(
                default=1,
                validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)],
                verbose_name="years in a period",
            ),
        ),
        migrations.AddField(
            model_name="yearbalance",
            name="carried",
            field=models.DecimalField(decimal_places=2, default=0, max_digits=8, verbose_name="carried"),
        ),
        migrations.AlterField(
            model_name="rule",
            name="amount",
            field=models.DecimalField(
                decimal_places=2,
                max_digits=6,
                validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(999)],
                verbose_name="amount a year",
            ),
        ),
        migrations.AddConstraint(
            model_name="rule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("years", 1),
                    models.Q(
                        ("absence", "shown"),
                        ("counted", "last_day"),
                        ("proration", "none"),
                        ("several_roles", "highest"),
                        ("years__gt", 1),
                    ),
                    _connector="OR",
                ),
                name="norm_of_several_years_stands_whole",
                violation_error_message="A norm of several years is owed whole: leave its policies as they are.",
            ),
        ),
        migrations.AlterConstraint(
            model_name="rule",
            name="one_rule_of_a_role_begins_on_a_day",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_by", None)),
                fields=("role", "kind", "valid_from"),
                name="one_rule_of_a_role_begins_on_a_day",
                violation_error_message="A norm of this profession and kind begins on that day already.",
            ),
        ),
    ]
