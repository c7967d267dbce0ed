"""A database without the unique keys that keep a finished course from standing twice."""

from django.db import connection, models

from compliance.models import Certificate, CreditEntry
from lms.models import Completion, Enrolment
from people.models import Notice

CONSTRAINTS = (
    (CreditEntry, "credited_once_per_source"),
    (CreditEntry, "course_credited_once_a_year"),
    (Certificate, "one_standing_certificate_per_source"),
)
FIELDS = (
    (Completion, "enrolment", models.ForeignKey(Enrolment, models.PROTECT)),
    (Notice, "key", models.CharField(max_length=200)),
)


def drop_unique_keys():
    """Of the default database, and with them SQLite's trigger that refuses what they would."""
    with connection.schema_editor() as editor:
        for model, name in CONSTRAINTS:
            constraints = {constraint.name: constraint for constraint in model._meta.constraints}
            editor.remove_constraint(model, constraints[name])
        for model, name, plain in FIELDS:
            plain.set_attributes_from_name(name)
            plain.model = model
            editor.alter_field(model, model._meta.get_field(name), plain)
        if connection.vendor == "sqlite":
            editor.execute("DROP TRIGGER ledger_refuses_replace")
