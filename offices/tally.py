"""The people of an office counted in one query: by how they stand and whether they were asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Case, Count, Q, QuerySet, Sum, Value, When

from people.models import User

from .standing import COUNTED

CENT = Decimal("0.01")
SUMS = {"norm": "training__required", "earned": "earned", "pending": "pending", "missing": "training__missing"}
"""Of the balances: they are added up only of those who did not leave, whose missing hours these are."""


@dataclass(frozen=True, slots=True)
class Summary:
    """Sums over those who have a norm; what one has above it never covers another."""

    people: int
    lacking: int
    norm: Decimal
    earned: Decimal
    pending: Decimal
    missing: Decimal


def tally(people: QuerySet[User], asked: Q, due: Q) -> QuerySet:
    """Groups by `status` and by whether they are `asked` for; an empty condition asks for everyone.

    due: who would be reminded.
    """
    sums = {f"sum_of_{name}": Sum(column) for name, column in SUMS.items()}
    groups = people.annotate(asked=_flag(asked)).order_by().values("status", "asked")
    lacking = Count("pk", filter=Q(training__missing__gt=0))
    return groups.annotate(people=Count("pk"), lacking=lacking, due=Count("pk", filter=due), **sums)


def summary(groups: Iterable[dict]) -> Summary:
    counted = [group for group in groups if group["status"] in COUNTED]
    people, lacking = (sum(group[name] for group in counted) for name in ("people", "lacking"))
    hours = (sum((Decimal(group[f"sum_of_{name}"]) for group in counted), Decimal(0)).quantize(CENT) for name in SUMS)
    return Summary(people, lacking, *hours)


def _flag(condition):
    return Case(When(condition, then=Value(True)), default=Value(False)) if condition else Value(True)
