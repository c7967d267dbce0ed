"""Where an office lies: in a municipality as it was on a day, in what that is now, and in a region.

Each is a row of the ministry's tables, and they make one tree: old municipalities, present ones, regions.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from people import territory
from people.models import Municipality, MunicipalitySuccession
from people.wording import sort_key

MUNICIPALITY = tuple(territory.Municipality.__dataclass_fields__)
SUCCESSION = ("predecessor__key", "successor__key", "on", "part", "is_default", "verified", "note")


class Row(NamedTuple):
    level: str
    key: str


THEN, NOW, REGION = "then", "now", "region"
UNSTATED = "unstated"


@dataclass
class Places:
    """The tree over the municipalities of some offices, for a day and for today."""

    day: date
    today: date
    parents: dict[Row, Row] = field(default_factory=dict)

    def __post_init__(self):
        municipalities = [territory.Municipality(*row) for row in Municipality.objects.values_list(*MUNICIPALITY)]
        successions = MunicipalitySuccession.objects.values_list(*SUCCESSION)
        self._successions = [territory.Succession(*row) for row in successions]
        self._territory = territory.Territory(municipalities, self._successions)
        self._known = {}

    def of(self, municipality: str) -> tuple[Row, Row, Row]:
        """The rows of an office recorded in a municipality; one that began after the day stands as it is."""
        if municipality not in self._known:
            self._known[municipality] = self._placed(municipality)
        return self._known[municipality]

    def name(self, row: Row) -> str:
        if row.level == REGION:
            return _("Region not stated") if row.key == UNSTATED else str(Municipality.Region(row.key).label)
        return self._territory.municipalities[row.key].name

    def named(self, level: str, rows: Iterable[Row]) -> dict[Row, str]:
        """The rows of a level in the order of the alphabet."""
        found = {row: self.name(row) for row in rows if row and row.level == level}
        return dict(sorted(found.items(), key=lambda item: sort_key(item[1])))

    def lies_in(self, row: Row, region: Row) -> bool:
        above = self.parents.get(row)
        return above == region or (above is not None and self.lies_in(above, region))

    def splits(self, level: str) -> list[str]:
        """What is known of municipalities whose parts went different ways: they count where the main part went."""
        gone = {key for key, rows in self._known.items() if Row(level, key) not in rows}
        return sorted({one.note for one in self._successions if one.part and one.predecessor in gone and one.note})

    def _placed(self, municipality):
        then, now = (Row(level, self._on(municipality, day)) for level, day in ((THEN, self.day), (NOW, self.today)))
        region = Row(REGION, self._territory.municipalities[now.key].region or UNSTATED)
        self.parents |= {then: now, now: region}
        return then, now, region

    def _on(self, key, day):
        return self._territory.successor_on(key, max(day, self._territory.municipalities[key].begins))
