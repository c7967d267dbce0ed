"""Data for the yearly report due on 15 February: who had met the two minimums, by employer and address."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from compliance.models import Kind
from people.models import Employer
from people.wording import sort_key

from .census import Counted, Group
from .suppression import TOTAL, hidden
from .totals import Totals


class Office(NamedTuple):
    """An employer in a municipality, with its units there; its units elsewhere are another line."""

    employer: int
    municipality: str


class Site(NamedTuple):
    """The employer itself, or one unit of it."""

    office: Office
    unit: int


class Line(NamedTuple):
    """A whole employer, or one of its sites; without figures where nobody owes or it is hidden."""

    employer: Employer
    site: Employer | None
    municipality: str
    hours: Group | None
    sessions: Group | None
    hours_hidden: bool
    sessions_hidden: bool

    @property
    def place(self) -> Employer:
        return self.site or self.employer

    @property
    def address(self) -> str:
        return self.place.address or self.employer.address


def _groups():
    return {kind: defaultdict(Group) for kind in Kind}


@dataclass
class Annual:
    """`employers` are those that the reader may see, by id; jobs elsewhere do not count."""

    employers: Mapping[int, Employer]
    groups: dict[str, dict] = field(default_factory=_groups)
    unverified: bool = False
    totals: Totals | None = None

    def add(self, one: Counted) -> None:
        rows = {row for job in one.held if job.employer in self.employers for row in self._rows(job.employer)}
        self.unverified |= bool(rows) and not one.verified
        for row in rows and rows | {TOTAL}:
            self.groups[one.kind][row].add(one.norm, one.earned)

    def count(self, everyone: Iterable[Counted]) -> None:
        for one in everyone:
            self.add(one)

    @property
    def whole(self) -> tuple[Group | None, Group | None]:
        """Hours and sessions of all together."""
        return tuple(self._shown(TOTAL, kind) for kind in Kind)

    @property
    def hides(self) -> bool:
        return any(self.hidden.values())

    @cached_property
    def hidden(self) -> dict[str, frozenset]:
        """The ministry's small groups; what its report of municipalities says of the day counts as known."""
        if self.totals is None:
            return dict.fromkeys(Kind, frozenset())
        return {kind: self._hidden(kind) for kind in Kind}

    def lines(self) -> Iterator[Line]:
        """Employers in the order of municipalities and names, each with its sites if there are several."""
        for office in sorted(self._sites, key=self._order):
            yield self._line(office)
            if len(self._sites[office]) > 1:
                yield from map(self._line, sorted(self._sites[office], key=self._order))

    @cached_property
    def _sites(self) -> dict[Office, set[Site]]:
        sites = defaultdict(set)
        for row in {row for groups in self.groups.values() for row in groups if isinstance(row, Site)}:
            sites[row.office].add(row)
        return sites

    @cached_property
    def _municipalities(self) -> dict[str, str]:
        return {one.municipality.key: one.municipality.name for one in self.employers.values()}

    def _rows(self, employer):
        found = self.employers[employer]
        whole = found.parent_id if found.parent_id in self.employers else found.pk
        office = Office(whole, found.municipality.key)
        return office, Site(office, found.pk)

    def _hidden(self, kind) -> frozenset:
        known = {place: group.people for place, group in self.totals.groups[kind].items() if place[1] is TOTAL}
        inside = {(row, TOTAL): group.people for row, group in self.groups[kind].items() if self._stands(row)}
        parents = {office: self.totals.places.of(office.municipality)[0] for office in self._sites}
        parents |= {site: office for office, sites in self._sites.items() for site in sites}
        seen = self.totals.hidden[kind]
        found = hidden(known | inside, self.totals.places.parents | parents, also=seen, published=known.keys() - seen)
        return frozenset(row for row, _column in found)

    def _stands(self, row):
        """An only site is its employer once more."""
        return row is not TOTAL and (isinstance(row, Office) or len(self._sites[row.office]) > 1)

    def _shown(self, row, kind):
        return None if row in self.hidden[kind] else self.groups[kind].get(row)

    def _line(self, row) -> Line:
        office = row.office if isinstance(row, Site) else row
        return Line(
            self.employers[office.employer],
            self.employers[row.unit] if isinstance(row, Site) else None,
            self._municipalities[office.municipality],
            *(self._shown(row, kind) for kind in Kind),
            *(row in self.hidden[kind] for kind in Kind),
        )

    def _order(self, row):
        if isinstance(row, Site):
            return row.unit != row.office.employer, sort_key(self.employers[row.unit].name)
        return sort_key(self._municipalities[row.municipality]), sort_key(self.employers[row.employer].name), row
