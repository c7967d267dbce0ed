"""What other employers imported: a manager may know how much it brought, not what it was (docs/decisions/0015)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from people.models import Employer, User

from .models.imports import ImportRun, run_in


def runs_of_others(evidence: Iterable[str], *, manager: User, today: date) -> set[int]:
    """Of the runs named as evidence those of employers that the manager has nothing to do with."""
    runs = set(map(run_in, evidence)) - {None}
    managed = Employer.objects.managed_by(manager, today)
    own = Q(employer=None) | Q(employer__in=managed) | Q(employer__units__in=managed)
    return set(ImportRun.objects.filter(pk__in=runs).exclude(own).values_list("pk", flat=True)) if runs else runs
