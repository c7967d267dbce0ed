"""One person as their manager sees them: the years employed here, hours by source, courses under way, history."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.db.models import Exists, OuterRef, Q

from compliance.models import CreditEntry, Exemption, ExternalCertificate, Extract, Kind, Rule
from lms.models import Enrolment
from people.models import Absence, AbsenceRequest, Employer, Employment, User

from . import staff
from .claims import absences_asked
from .confidences import runs_of_others
from .models.imports import run_in


@dataclass(frozen=True)
class Sessions:
    source: str
    provider: str
    entries: list[CreditEntry]

    @property
    def amount(self) -> Decimal:
        return sum(entry.amount for entry in self.entries)

    @property
    def start(self) -> date:
        return min(entry.legal_date for entry in self.entries)

    @property
    def end(self) -> date:
        return max(entry.legal_date for entry in self.entries)


@dataclass
class Credited:
    """What was earned in a year: entries that the manager sees, and those of which only the sum is theirs to see."""

    shown: list[CreditEntry]
    of_others: list[CreditEntry]

    @property
    def sources(self) -> list[tuple[str, list[CreditEntry]]]:
        """Training, by where it comes from."""
        training = [entry for entry in self.shown if entry.kind == Kind.TRAINING]
        by_source = groupby(training, key=CreditEntry.get_source_display)
        return [(source, list(lines)) for source, lines in by_source]

    @property
    def sessions(self) -> list["Sessions"]:
        """Supervision, which comes in many small entries, in one line for each source and provider."""
        found = defaultdict(list)
        for entry in self.shown:
            if entry.kind == Kind.SUPERVISION:
                found[entry.get_source_display(), entry.provider].append(entry)
        return [Sessions(*named, entries) for named, entries in found.items()]

    @property
    def sums_of_others(self) -> list[tuple[str, Decimal]]:
        by_kind = groupby(self.of_others, key=CreditEntry.get_kind_display)
        return [(kind, sum(entry.amount for entry in lines)) for kind, lines in by_kind]


@dataclass
class Dossier:
    """Of other employers it knows only whether there are any."""

    manager: User
    person: User
    today: date

    @cached_property
    def history(self) -> list[Employment]:
        """Jobs at what the manager manages, the replaced ones too; claims are the person's own until confirmed."""
        here = Employment.objects.managed_by(self.manager, self.today).filter(person=self.person)
        kept = here.filter(Q(state=Employment.State.CONFIRMED) | Q(replaced_by__isnull=False))
        return list(kept.select_related("person", "role", "employer__parent", "decided_by", "ended_by"))

    @cached_property
    def confirmed(self) -> list[Employment]:
        return [job for job in self.history if job.state == Employment.State.CONFIRMED]

    @cached_property
    def years(self) -> list[int]:
        """Every year that has a day of employment here, the newest first."""
        return sorted({year for job in self.confirmed for year in self._years(job)}, reverse=True)

    def of_year(self, year: int) -> staff.StaffRow:
        here = Employment.objects.managed_by(self.manager, self.today).confirmed().filter(person=self.person)
        return staff.staff(here.in_year(year), year, today=self.today)[0]

    def credited(self, year: int) -> "Credited":
        entries = CreditEntry.objects.standing().filter(person=self.person).earned_in(year)
        ordered = list(entries.order_by("-kind", "source", "-legal_date", "-pk"))
        hidden = runs_of_others((entry.evidence for entry in ordered), manager=self.manager, today=self.today)
        return Credited(
            [entry for entry in ordered if run_in(entry.evidence) not in hidden],
            [entry for entry in ordered if run_in(entry.evidence) in hidden],
        )

    def courses(self) -> Iterable[Enrolment]:
        return Enrolment.objects.open().filter(person=self.person).select_related("version")

    @cached_property
    def extracts(self) -> Iterable[Extract]:
        """What the employer keeps of the person, the replaced ones too."""
        kept = Extract.objects.visible_to(self.manager, self.today).filter(person=self.person)
        return kept.select_related("employer").defer("facts")

    def absences(self, year: int) -> Iterable[Absence]:
        here = Employer.objects.managed_by(self.manager, self.today)
        rows = Absence.objects.standing().in_year(year).filter(person=self.person, employer__in=here)
        return rows.select_related("employer__parent", "recorded_by")

    def absences_asked(self) -> Iterable[AbsenceRequest]:
        """What the person asked for here and nobody has decided on."""
        here = Employment.objects.managed_by(self.manager, self.today).filter(person=self.person)
        return absences_asked(here, self.manager)

    def exemption(self, year: int) -> Exemption | None:
        """The last one asked for."""
        rows = Exemption.objects.filter(person=self.person, year=year, kind=Kind.TRAINING)
        return rows.order_by("asked_at", "pk").last()

    def rule(self, year: int) -> Rule | None:
        """The norm that decided the year."""
        decided = Rule.objects.filter(balances__person=self.person, balances__year=year, balances__kind=Kind.TRAINING)
        return decided.select_related("role").first()

    def works_elsewhere(self, year: int) -> bool:
        jobs = self.person.employments.confirmed().in_year(year)
        return jobs.exclude(pk__in=[job.pk for job in self.confirmed]).exists()

    @property
    def works_here(self) -> bool:
        return any(job.start <= self.today <= (job.end or self.today) for job in self.confirmed)

    def outside(self, year: int) -> list[ExternalCertificate]:
        """What the person submitted from elsewhere; `opens` says whether the manager decides about it."""
        rows = self.person.external_certificates.filter(last_day__year=year).exclude(state="withdrawn")
        mine = ExternalCertificate.objects.decided_by(self.manager, self.today)
        return list(rows.annotate(opens=Exists(mine.filter(pk=OuterRef("pk")))))

    def _years(self, job: Employment) -> range:
        last = min(job.end or self.today, self.today)
        return range(job.start.year, last.year + 1)
