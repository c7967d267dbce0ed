"""The yearly data as they were asked for: by a manager of their own employers, by the ministry of all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from people.models import Employer, Employment, User

from . import census, staff
from .annual import Annual
from .places import Places
from .totals import Totals, met_by_year

DUE = (2, 15)


@dataclass
class Yearly:
    query: Mapping[str, str]
    today: date
    manager: User | None = None

    @cached_property
    def years(self) -> list[int]:
        if self.manager:
            return staff.years(self.manager, today=self.today)
        return [self.today.year, *sorted(met_by_year(before=self.today.year), reverse=True)]

    @cached_property
    def year(self) -> int:
        """The year asked for, else the one whose report is due next."""
        due = self.today.year - (self.today <= self.today.replace(month=DUE[0], day=DUE[1]))
        asked = [year for year in self.years if str(year) == self.query.get("year")]
        return [*asked, *({due} & set(self.years)), self.years[0]][0]

    @property
    def running(self) -> bool:
        return self.year == self.today.year

    @property
    def day(self) -> date:
        return min(date(self.year, 12, 31), self.today)

    @property
    def due(self) -> int:
        return self.year + 1

    @cached_property
    def data(self) -> Annual:
        return self._own() if self.manager else self._all()

    @cached_property
    def lines(self):
        return list(self.data.lines())

    def _own(self):
        managed = Employer.objects.managed_by(self.manager, self.today)
        annual = Annual(_by_id(managed))
        among = Employment.objects.confirmed().running(self.day).filter(employer__in=managed)
        annual.count(census.on(self.day, among))
        return annual

    def _all(self):
        everyone = list(census.on(self.day))
        totals = Totals(Places(self.day, self.today))
        totals.count(everyone)
        annual = Annual(_by_id(Employer.objects.all()), totals=totals)
        annual.count(everyone)
        return annual


def _by_id(employers):
    return {one.pk: one for one in employers.select_related("municipality", "parent")}
