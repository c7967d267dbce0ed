"""What a reviewer looks at afterwards: a tenth of a month's approved certificates, drawn as nobody can foresee."""

import math
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils.crypto import salted_hmac

from compliance.models import ExternalCertificate, ExternalStep
from compliance.riga import RIGA
from people.models import User

AT_LEAST, SHARE = 10, 10  # certificates, and one of how many
MONTHS = 12


@dataclass
class Sample:
    user: User
    asked: str
    today: date

    @cached_property
    def months(self) -> list[date]:
        """The first days of this month and of those before, the latest first."""
        number = self.today.year * 12 + self.today.month - 1
        return [date(one // 12, one % 12 + 1, 1) for one in range(number, number - MONTHS, -1)]

    @cached_property
    def month(self) -> date:
        return next((one for one in self.months if f"{one:%Y-%m}" == self.asked), self.months[0])

    @cached_property
    def approved(self) -> list[int]:
        begins = datetime(self.month.year, self.month.month, 1, tzinfo=RIGA)
        ends = begins.replace(year=begins.year + begins.month // 12, month=begins.month % 12 + 1)
        rows = ExternalCertificate.objects.approved().seen_by(self.user, self.today).exclude(decided_by=self.user)
        return list(rows.filter(decided_at__gte=begins, decided_at__lt=ends).values_list("pk", flat=True))

    @cached_property
    def rows(self) -> list[ExternalCertificate]:
        """Each with `seen`: whether somebody has looked at it."""
        size = max(AT_LEAST, math.ceil(len(self.approved) / SHARE))
        drawn = sorted(self.approved, key=_lot)[:size]
        seen = ExternalStep.objects.filter(certificate=OuterRef("pk"), verb=ExternalStep.Verb.SEEN)
        rows = ExternalCertificate.objects.filter(pk__in=drawn).select_related("person", "decided_by")
        return list(rows.annotate(seen=Exists(seen)).order_by("seen", "decided_at"))


def _lot(pk: int) -> bytes:
    return salted_hmac("offices.sample", str(pk), algorithm="sha256").digest()
