"""What a list of past training may repeat: courses completed in the portal and certificates that were approved."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from compliance.flags import like_titles
from compliance.models import CreditEntry, ExternalCertificate
from people import bulk

from .training_lines import TrainingLine

Source = CreditEntry.Source


class Earned(NamedTuple):
    source: Source
    kind: str
    title: str
    first_day: date
    last_day: date
    amount: Decimal

    def is_repeated_by(self, line: TrainingLine) -> bool:
        """Of one day and a like title, or as many hours of days that overlap."""
        if self.kind != line.kind or self.first_day > line.last_day or line.first_day > self.last_day:
            return False
        return self.amount == line.hours or (self.last_day == line.last_day and like_titles(self.title, line.title))

    @property
    def warning(self) -> str:
        facts = {"source": self.source.label.lower(), "title": self.title, "day": f"{self.last_day:%d.%m.%Y}"}
        return _("may repeat what is credited already: “%(title)s”, %(day)s (%(source)s).") % facts


class Repeats:
    """What the portal knows of the people of a file, read once."""

    def __init__(self, people: Iterable[int]):
        self.earned, those = defaultdict(list), bulk.among(people)
        courses = CreditEntry.objects.standing().filter(source=Source.COURSE, person__in=those).order_by()
        for person, kind, title, day, amount in courses.values_list("person", "kind", "title", "legal_date", "amount"):
            self.earned[person].append(Earned(Source.COURSE, kind, title, day, day, amount))
        for one in ExternalCertificate.objects.approved().filter(person__in=those).order_by():
            facts = one.kind, one.title, one.first_day, one.last_day, one.brings
            self.earned[one.person_id].append(Earned(Source.CERTIFICATE, *facts))

    def warning(self, person: int, line: TrainingLine) -> str | None:
        return next((one.warning for one in self.earned[person] if one.is_repeated_by(line)), None)
