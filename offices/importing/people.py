"""People and places of a file, fetched by the thousand."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db.models import QuerySet

from people.models import Employer, User

BATCH = 5000


def accounts(emails: Iterable[str]) -> dict[str, int]:
    """The people that have one, by address."""
    return dict(in_batches(User.objects.values_list("email", "pk"), email__in=emails))


def places(employer: Employer) -> list[int]:
    """The employer with its units."""
    return [employer.pk, *employer.units.values_list("pk", flat=True)]


def in_batches[Row](rows: QuerySet[Row], **wanted) -> Iterator[Row]:
    """The rows whose field is among the values, in no order."""
    ((lookup, values),) = wanted.items()
    for some in batched(sorted(values), BATCH):
        yield from rows.filter(**{lookup: some}).order_by()
