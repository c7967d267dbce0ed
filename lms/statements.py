"""What a person sees of their own year statements; nothing is written."""

import json
from functools import cached_property

from compliance import statements
from compliance.models import AuditLink, YearBalance
from compliance.riga import legal_date
from compliance.stated import Stated


class OwnStatements:
    """All years of a person that have anything to state, the latest first."""

    def __init__(self, person, *, today):
        self.person, self.today = person, today

    @cached_property
    def standing(self):
        rows = self.person.certificates.statements().standing()
        return {int(row.source_key): row for row in rows}

    @cached_property
    def years(self):
        rows = YearBalance.objects.filter(person=self.person, year__lte=self.today.year)
        found = set(rows.values_list("year", flat=True)) | self.standing.keys()
        return sorted(found, reverse=True)

    @property
    def rows(self):
        """(year, statement as it reads, or None)."""
        return [(year, year in self.standing and Stated(self.standing[year])) for year in self.years]


class OwnStatement:
    """One year: the statement that stands, those before it, and the links to it."""

    def __init__(self, person, year, *, at):
        self.person, self.year, self.at = person, year, at
        self.today = legal_date(at)

    @cached_property
    def all(self):
        rows = self.person.certificates.statements().filter(source_key=str(self.year))
        return list(rows.order_by("-issued_at", "-pk"))

    @cached_property
    def certificate(self):
        return next((one for one in self.all if one.state == "valid"), None)

    @property
    def earlier(self):
        return [one for one in self.all if one.state != "valid"]

    @cached_property
    def stated(self):
        return self.certificate and Stated(self.certificate)

    @cached_property
    def exists(self):
        """Whether there is anything to state or stated."""
        return bool(self.all) or YearBalance.objects.filter(person=self.person, year=self.year).exists()

    @property
    def is_running(self):
        return self.year == self.today.year

    @cached_property
    def is_current(self):
        """Whether a new statement would say the same."""
        now = statements.gather({(self.person.pk, self.year)})[self.person.pk, self.year]
        return statements.says_the_same(json.loads(self.certificate.facts), now)

    @cached_property
    def links(self):
        """Those not withdrawn, each with whether it still works."""
        rows = AuditLink.objects.filter(certificate__in=self.all, withdrawn_at=None).select_related("certificate")
        return [(link, link.is_open(self.at)) for link in rows]
