"""What waits for someone's decision: absences, and certificates, of these first those that need a closer look."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import BigIntegerField, DateField

from compliance import flags
from compliance.models import ExternalCertificate
from people import groups
from people.models import AbsenceRequest, User
from people.prepared import prepared

from . import claims

MOST = 200  # on one page; the rest follow as these are decided
DECIDERS = (groups.MANAGER, groups.APPROVER, groups.REVIEWER)
ROLES = (groups.MANAGER, groups.REVIEWER, groups.ADMINISTRATOR)


@dataclass
class Queue:
    user: User
    today: date

    @property
    def _waiting(self):
        return ExternalCertificate.objects.submitted().decided_by(self.user, self.today)

    @cached_property
    def number(self) -> int:
        return self._waiting.count()

    @cached_property
    def everything(self) -> int:
        """How many certificates and absences, in one query."""
        return len(_everything(*map(self.user.belongs_to, ROLES), person=self.user.pk, on=self.today))

    @cached_property
    def absences(self) -> list[AbsenceRequest]:
        """That staff asked for; whoever manages nobody has none."""
        return list(self._absences)

    @property
    def _absences(self):
        return claims.absences_asked(claims.decided_by(self.user, today=self.today), self.user)

    @cached_property
    def rows(self) -> list[ExternalCertificate]:
        """Each with `found`, its flags."""
        rows = self._waiting.select_related("person", "document", "submitted_by").order_by("submitted_at", "pk")
        rows = list(rows[:MOST])
        found = flags.found(rows)
        for row in rows:
            row.found = found[row.pk]
        return sorted(rows, key=lambda row: not row.found)

    @property
    def flagged(self) -> list[ExternalCertificate]:
        return [row for row in self.rows if row.found]

    @property
    def unflagged(self) -> list[ExternalCertificate]:
        return [row for row in self.rows if not row.found]

    def beside(self, certificate) -> tuple[ExternalCertificate | None, ExternalCertificate | None]:
        """The one before and the one after in the queue; from outside of it, none and the first."""
        keys = [row.pk for row in self.rows]
        if certificate.pk not in keys:
            return None, next(iter(self.rows), None)
        at = keys.index(certificate.pk)
        return (self.rows[at - 1] if at else None), next(iter(self.rows[at + 1 :]), None)

    def following(self, certificate) -> ExternalCertificate | None:
        """Where to go once this one is decided."""
        before, after = self.beside(certificate)
        return after or before


@prepared(person=BigIntegerField(), on=DateField())
def _everything(manages, reviews, administers, *, person, on):
    certificates = ExternalCertificate.objects.submitted().decided(person, on, reviews=reviews)
    absences = claims.absences_asked(claims.decided(person, on, manages, administers), person)
    keys = (rows.order_by().values_list("pk") for rows in (certificates, absences))
    return next(keys).union(*keys, all=True).order_by()
