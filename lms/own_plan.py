"""How one person can get the missing hours by the end of the year."""

from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import get_language

from people.models import User

from .offers import Offers
from .planning import smallest, total
from .year import Year

OTHERS = 8


class OwnPlan:
    def __init__(self, person: User, *, today: date):
        self.person, self.year = person, Year(person, today.year, today=today)
        self._offers = Offers([person.pk], today.year, language=get_language())

    @property
    def balance(self):
        return self.year.training

    @property
    def under_way(self) -> Decimal:
        return self._offers.under_way.get(self.person.pk, Decimal(0))

    @cached_property
    def gap(self) -> Decimal:
        return self._offers.gaps.get(self.person.pk, Decimal(0))

    @cached_property
    def _open(self):
        return [offer for offer in self._offers.offers if self.person.pk not in offer.taken_by]

    @cached_property
    def _chosen(self):
        return smallest(self._open, self.gap)

    @property
    def courses(self):
        """The pages of the smallest plan."""
        return [self._offers.courses[offer.key] for offer in self._chosen]

    @property
    def others(self):
        """A few courses more, the longest first."""
        left = sorted(set(self._open).difference(self._chosen), key=lambda offer: (-offer.hours, offer.title))
        return [self._offers.courses[offer.key] for offer in left[:OTHERS]]

    @property
    def planned(self) -> Decimal:
        return total(self._chosen)

    @property
    def rest(self) -> Decimal:
        """What no course of the portal covers."""
        return max(Decimal(0), self.gap - self.planned)
