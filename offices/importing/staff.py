"""What becomes of a list of staff: who gets an account and a job, who an invitation, who works here already.

Nobody who has an account is put on a staff list without their word (docs/decisions/0015-imports.md).
"""

from collections import defaultdict
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from people import bulk
from people.models import Employer, Employment, Invitation, User

from .people import accounts, places
from .plan import Outcome, Plan
from .staff_lines import StaffLine

CONFIRMED, CLAIMED = Employment.State.CONFIRMED, Employment.State.CLAIMED


def check(lines: list[StaffLine], *, employer: Employer, by: User, today: date) -> Plan:
    """Of two rows that contradict each other the second is wrong."""
    plan, above = Plan(), Above()
    office = Office(employer, {line.email for line in lines}, by, today)
    for line in lines:
        try:
            above.compare(line)
            outcome = office.outcome(line)
            above.add(line, outcome)
            plan.add(line, outcome)
        except ValidationError as refusal:
            plan.refuse(line.number, refusal.message)
    return plan


class Office:
    """What the portal knows of the people of a file, read once."""

    def __init__(self, employer, emails, by, today):
        self.by, self.today, self.places = by, today, places(employer)
        self.accounts = accounts(emails)
        self.jobs = defaultdict(list)
        people = bulk.among(self.accounts.values())
        for job in Employment.objects.standing().filter(employer__in=self.places, person__in=people).order_by():
            self.jobs[job.person_id].append(job)
        opened = Invitation.objects.open().filter(employer__in=self.places, email__in=bulk.among(emails, "text"))
        self.invited = set(opened.order_by().values_list("email", "employer"))

    def outcome(self, line) -> Outcome:
        person = self.accounts.get(line.email)
        if person is None:
            return Outcome.INVITED if (line.email, line.employer) in self.invited else Outcome.ACCOUNT
        return self._recorded(line, person) or self._new_job(line, person)

    def _recorded(self, line, person):
        """What is known of the same job at the same time."""
        for job in self.jobs[person]:
            if (job.employer_id, job.role_id) == (line.employer, line.role) and line.overlaps(job):
                if job.state == CLAIMED:
                    return Outcome.CLAIMED
                _refuse_otherwise(line, job)
                return Outcome.KNOWN
        return None

    def _new_job(self, line, person):
        if person == self.by.pk:
            raise ValidationError(_("Nobody decides about their own employment."))
        running = [job for job in self.jobs[person] if job.state == CONFIRMED and _runs(job, self.today)]
        if not running:
            return self._invitation(line)
        if line.start.year < min(job.start.year for job in running):
            raise ValidationError(_("Only the person can name an earlier year."))
        return Outcome.JOB

    def _invitation(self, line):
        if (line.email, line.employer) in self.invited:
            return Outcome.INVITED
        if line.end:
            raise ValidationError(_("this person has an account and can only be invited, to a job without a last day."))
        return Outcome.INVITATION


class Above:
    """The rows before: a person has one name, holds a job once at a time, and is invited to one place once."""

    def __init__(self):
        self.named, self.held, self.asked = {}, defaultdict(list), {}

    def compare(self, line):
        first = self.named.setdefault(line.email, line)
        if first.name.casefold() != line.name.casefold():
            raise ValidationError(_("row %d has another name for the same address.") % first.number)
        for other in self.held[line.job]:
            if line.overlaps(other):
                raise ValidationError(_("the same person and profession stand in row %d already.") % other.number)
        self.held[line.job].append(line)

    def add(self, line, outcome):
        if outcome != Outcome.INVITATION:
            return
        first = self.asked.setdefault((line.email, line.employer), line)
        if first is not line:
            raise ValidationError(_("this person is invited by row %d already.") % first.number)


def _refuse_otherwise(line, job):
    """A file that says nothing of the last day or of the workload agrees with any."""
    if line.start != job.start:
        raise ValidationError(_("this job is recorded already, since %s.") % f"{job.start:%d.%m.%Y}")
    if line.end and line.end != job.end:
        raise ValidationError(_("this job is recorded already, with another last day."))
    if line.workload and line.workload != job.workload:
        raise ValidationError(_("this job is recorded already, with another workload."))


def _runs(job, day):
    return job.start <= day <= (job.end or date.max)
