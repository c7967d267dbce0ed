"""A person's name as lists write it, and two columns kept from it: for the Latvian order and for looking up."""

from django.db import models

from ..wording import plain_letters, sort_key

NAMED = frozenset({"first_name", "last_name", "email"})
KEPT = frozenset({"name_order", "plain_name"})


def listed(last_name: str, first_name: str, email: str) -> str:
    return f"{last_name} {first_name}".strip() or email


class KeptField(models.Field):
    """Written anew whenever the row is, also by `bulk_create` and people/bulk.py; a database could not by itself."""

    def __init__(self, *args, **options):
        super().__init__(*args, **{"editable": False, **options})

    def pre_save(self, model_instance, add):
        person = model_instance  # of a migration too, so without the properties of User
        setattr(person, self.attname, self.kept(listed(person.last_name, person.first_name, person.email)))
        return super().pre_save(model_instance, add)

    def of(self, row: dict):
        """The same for a row that is no object."""
        return self.kept(listed(row.get("last_name", ""), row.get("first_name", ""), row["email"]))


class NameOrderField(KeptField, models.BinaryField):
    """Bytes, because no collation comes between them: SQLite and PostgreSQL put them in one order."""

    def kept(self, name):
        return sort_key(name).encode()


class PlainNameField(KeptField, models.TextField):
    def kept(self, name):
        return plain_letters(name)
