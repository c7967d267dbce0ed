"""What „Mans gads” shows: one person's year, by a handful of queries and no writes."""

from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import BigIntegerField, Case, CharField, Count, F, IntegerField, OuterRef, Q, When
from django.db.models.functions import Cast
from django.utils.translation import get_language

from compliance.excuses import with_excuses
from compliance.jobs import jobs_of
from compliance.models import Certificate, CreditEntry, ExternalCertificate, Kind, Rule, YearBalance
from compliance.norms import required
from courses.offered import offered
from people.models import Employment
from people.prepared import prepared

from . import headline
from .models import Enrolment

COURSES_OFFERED = 4
PERSON = BigIntegerField()


class Year:
    """The hours of one person in one year; `today` only decides what can still be done."""

    def __init__(self, person, year, *, today):
        self.person, self.year, self.today = person, year, today

    @property
    def headline(self):
        return headline.answer(self.training, running=self.is_running)

    @property
    def sessions(self):
        return headline.sessions(self.supervision)

    @property
    def is_running(self):
        return self.year == self.today.year

    @cached_property
    def balances(self):
        """Every year's balances by (year, kind), each with the code and the time of the statement that stands."""
        return {(row.year, row.kind): row for row in _balances(person=self.person.pk)}

    @property
    def training(self):
        return self._balance(Kind.TRAINING)

    @property
    def supervision(self):
        return self._balance(Kind.SUPERVISION)

    def _balance(self, kind):
        empty = YearBalance(person=self.person, year=self.year, kind=kind)
        return self.balances.get((self.year, kind), empty)

    @property
    def missing_after_approval(self):
        """What is left to earn when all that waits is approved; None where nothing waits."""
        balance = self.training
        if not (balance.pending and balance.missing):
            return None
        return max(Decimal(0), balance.missing - balance.pending)

    @cached_property
    def years(self):
        """From the first year with anything to show to this one, the latest first."""
        first = min((year for year, _kind in self.balances), default=self.today.year)
        return list(range(max(self.today.year, self.year), first - 1, -1))

    @property
    def earned_by_year(self):
        rows = [(year, self.balances.get((year, Kind.TRAINING))) for year in reversed(self.years)]
        return [(year, row.earned if row else Decimal(0)) for year, row in rows]

    @property
    def has_hours(self):
        """Whether any year has any."""
        return any(earned for _year, earned in self.earned_by_year)

    @cached_property
    def _entries(self):
        """This year's lines, and those of any year that have a certificate."""
        return list(_entries(person=self.person.pk, year=self.year))

    @property
    def entries(self):
        return [entry for entry in self._entries if entry.year == self.year and entry.kind == Kind.TRAINING]

    @property
    def certified(self):
        """The entries that have a certificate, of all years."""
        return [entry for entry in self._entries if hasattr(entry, "certificate")]

    @property
    def statement(self):
        """Code and time of the year statement that stands, if there is one: what it states are balances."""
        of_year = (balance for (year, _kind), balance in self.balances.items() if year == self.year)
        stated = next((balance for balance in of_year if balance.statement_code), None)
        return stated and {"code": stated.statement_code, "issued_at": stated.statement_issued_at}

    @cached_property
    def outside(self):
        """Outside certificates credited to this year, or whose last day lies in it."""
        return list(_outside(person=self.person.pk, year=self.year))

    @property
    def waiting(self):
        """Those that nobody has decided on."""
        submitted = ExternalCertificate.State.SUBMITTED
        return [one for one in self.outside if one.state == submitted and one.kind == Kind.TRAINING]

    @property
    def looked_at(self):
        """The other outside certificates: those that do not stand among the hours as waiting."""
        waiting = self.waiting
        return [one for one in self.outside if one not in waiting]

    @cached_property
    def employments(self):
        found = list(_employments(self.year, person=self.person.pk))
        for job in found:
            job.person = self.person
        return found

    @property
    def confirmed(self):
        return [job for job in self.employments if job.state == Employment.State.CONFIRMED]

    @property
    def claimed(self):
        return [job for job in self.employments if job.state == Employment.State.CLAIMED]

    @cached_property
    def norm_if_confirmed(self):
        """What the year would ask if the claimed jobs were confirmed; None where that changes nothing."""
        if not self.claimed:
            return None
        rules = list(Rule.objects.in_force().filter(kind=Kind.TRAINING))
        jobs = jobs_of(self.person.employments.in_year(self.year).standing(), rules)
        amount = required(jobs, rules, on=date(self.year, 12, 31)).amount
        return amount if amount != self.training.required else None

    @cached_property
    def enrolments(self):
        """Those the person has not left; the lessons of a version are read only where they are gone on with."""
        found = list(_enrolments(person=self.person.pk))
        for enrolment in found:
            if enrolment.is_open:
                enrolment.version.content = enrolment.content
        return found

    @property
    def in_progress(self):
        return [enrolment for enrolment in self.enrolments if enrolment.is_open] if self.is_running else []

    @property
    def courses_to_take(self):
        return self.courses_besides(())

    def courses_besides(self, keys):
        """A few open courses not taken yet, without those that stand elsewhere on the page."""
        missing = self.training.missing
        if not (self.is_running and missing):
            return []
        taken = {enrolment.course_key for enrolment in self.enrolments}.union(keys)
        free = [course for course in offered() if course.key not in taken]
        shown = [course for course in free if course.language == get_language()] or free
        return nearest(shown, missing)[:COURSES_OFFERED]


def nearest(courses, missing):
    """First those that close the gap, the nearest to it; then the longest."""
    return sorted(courses, key=lambda course: (course.hours < missing, abs(course.hours - missing)))


@prepared(person=PERSON)
def _balances(*, person):
    rows = with_excuses(YearBalance.objects.filter(person=person).select_related("rule__role"))
    year = Cast(OuterRef("year"), CharField())
    statements = Certificate.objects.statements().standing().filter(person=OuterRef("person"), source_key=year)
    return rows.annotate(**{f"statement_{name}": statements.values(name)[:1] for name in ("code", "issued_at")})


@prepared(person=PERSON, year=IntegerField())
def _entries(*, person, year):
    rows = CreditEntry.objects.filter(person=person).exclude(entry=CreditEntry.Entry.REVERSAL)
    rows = rows.filter(Q(year=year, kind=Kind.TRAINING) | Q(certificate__isnull=False))
    told = rows.select_related("certificate", "reversal", "correction", "recorded_by")
    return told.defer("text", "certificate__facts", "correction__text")


@prepared(person=PERSON, year=IntegerField())
def _outside(*, person, year):
    counted = Q(decided_year=None, last_day__year=year) | Q(decided_year=year)
    return ExternalCertificate.objects.filter(counted, person=person)


@prepared(person=PERSON)
def _employments(year, *, person):
    jobs = Employment.objects.filter(person=person).in_year(year).standing()
    return jobs.select_related("role", "employer__parent")


@prepared(person=PERSON)
def _enrolments(*, person):
    rows = Enrolment.objects.filter(person=person, left_at=None)
    lessons = Case(When(completed_at=None, then=F("version__content")))
    told = rows.select_related("version").defer("version__content")
    return told.annotate(content=lessons, steps_done=Count("progress"))
