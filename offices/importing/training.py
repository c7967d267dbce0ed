"""What becomes of a list of past training: which lines are new entries of the ledger, which it has already."""

from collections import defaultdict
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from compliance.models import CreditEntry
from people import bulk
from people.models import Appointment, Employer, Employment, User

from .people import accounts, places
from .plan import Outcome, Plan
from .repeats import Repeats
from .training_lines import TrainingLine


def check(lines: list[TrainingLine], *, employer: Employer | None, by: User, today: date) -> Plan:
    """Another system's, without an employer, may be anyone's. Of two rows that say the same the second is wrong."""
    plan, above = Plan(), {}
    register = Register(employer, {line.email for line in lines}, by, today)
    for line in lines:
        try:
            person = register.person(line)
            key = line.key(person)
            if (first := above.setdefault(key, line)) is not line:
                raise ValidationError(_("the same training stands in row %d already.") % first.number)
            if key in register.credited:
                plan.add(line, Outcome.KNOWN)
            else:
                register.refuse_manager(person, line)
                _credit(plan, line, key, register.repeats.warning(person, line))
        except ValidationError as refusal:
            plan.refuse(line.number, refusal.message)
    return plan


def _credit(plan, line, key, warning):
    plan.add(line, Outcome.CREDIT)
    plan.keys[line.number] = key
    plan.amounts[line.kind] += line.hours
    if warning:
        plan.warnings[line.number] = warning


class Register:
    """Who of a file works here and when, who manages here, and what they have been credited with."""

    def __init__(self, employer, emails, by, today):
        self.by, self.employer = by, employer
        self.accounts = accounts(emails)
        people = bulk.among(self.accounts.values())
        self.repeats = Repeats(self.accounts.values())
        self.managers = _managers(employer, today) if employer else set()
        self.spans = defaultdict(list)
        if employer:
            jobs = Employment.objects.confirmed().filter(employer__in=places(employer), person__in=people)
            for person, start, end in jobs.order_by().values_list("person", "start", "end"):
                self.spans[person].append((start, end or date.max))
        imported = CreditEntry.objects.originals().filter(source=CreditEntry.Source.IMPORT, person__in=people)
        self.credited = set(imported.order_by().values_list("source_key", flat=True))

    def person(self, line) -> int:
        """Whose training it is, if it may be written down here."""
        person = self.accounts.get(line.email)
        if person == self.by.pk:
            raise ValidationError(_("submit your own hours to the reviewer."))
        if self.employer and not any(start <= line.last_day <= end for start, end in self.spans[person]):
            facts = {"email": line.email, "day": f"{line.last_day:%d.%m.%Y}"}
            raise ValidationError(_("nobody with the address %(email)s worked here on %(day)s.") % facts)
        if person is None:
            raise ValidationError(_("nobody in the portal has the address %s.") % line.email)
        return person

    def refuse_manager(self, person, line):
        if person in self.managers:
            words = _("%s is a manager here. Managers submit their own hours, and the reviewer decides about them.")
            raise ValidationError(words % line.email)


def _managers(employer, today):
    """Of the employer, its units and what it is a unit of: none of them credits another."""
    here = [*places(employer), employer.parent_id]
    return set(Appointment.objects.running(today).filter(employer__in=here).values_list("manager", flat=True))
