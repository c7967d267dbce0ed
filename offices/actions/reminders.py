"""Reminding people of the hours they lack."""

from django.db import transaction
from django.utils import timezone

from people.actions import post
from people.models import Notice, User

from .. import reminding
from ..staff import StaffRow


@transaction.atomic
def remind(rows: list[StaffRow], *, by: User, named: bool = False, at=None) -> list[Notice]:
    """Remind those whom nobody has reminded this week; of two managers at once one is first."""
    at = at or timezone.now()
    _hold({row.person.pk for row in rows})
    notices = reminding.written(reminding.sort_out(rows, by=by, at=at, named=named).to, by=by, at=at)
    post(notices)
    return notices


def _hold(people):
    list(User.objects.select_for_update(no_key=True).filter(pk__in=people).order_by("pk").values_list("pk"))
