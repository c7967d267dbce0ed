"""People and places of a file, fetched by the thousand."""

from collections.abc import Iterable

from people import bulk
from people.models import Employer, User


def accounts(emails: Iterable[str]) -> dict[str, int]:
    """The people that have one, by address."""
    return dict(User.objects.filter(email__in=bulk.among(emails, "text")).order_by().values_list("email", "pk"))


def places(employer: Employer) -> list[int]:
    """The employer with its units."""
    return [employer.pk, *employer.units.values_list("pk", flat=True)]
