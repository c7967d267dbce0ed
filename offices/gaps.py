"""How many hours somebody lacks, in steps that a manager thinks in."""

from decimal import Decimal
from typing import NamedTuple

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Gap(NamedTuple):
    """More than `over` and at most `upto`; who lacks nothing is a step of their own."""

    key: str
    label: str | Promise
    over: int
    upto: int | None = None

    def holds(self, missing: Decimal) -> bool:
        return missing > self.over and (self.upto is None or missing <= self.upto)

    @property
    def condition(self) -> Q:
        upto = Q() if self.upto is None else Q(missing__lte=self.upto)
        return upto & Q(missing__gt=self.over)


STEPS = (
    Gap("0", "0", -1, 0),
    Gap("4", _("up to 4"), 0, 4),
    Gap("8", "4–8", 4, 8),
    Gap("16", "8–16", 8, 16),
    Gap("more", _("over 16"), 16),
)
ANY = Gap("any", _("something"), 0)
GAPS = (*STEPS, ANY)
