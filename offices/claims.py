"""Which employments and absences someone decides about: those they manage, or that nobody else can; never their own."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from people import groups
from people.models import Absence, AbsenceRequest, Appointment, Employment, User
from people.models.employer import running_on
from people.models.employment import EmploymentQuerySet


def decided_by(user: User, *, today: date) -> EmploymentQuerySet:
    return decided(user, today, user.belongs_to(groups.MANAGER), user.belongs_to(groups.ADMINISTRATOR))


def decided(person, today, manages, administers) -> EmploymentQuerySet:
    """The same of a person, or a parameter, known to manage and to administer or not."""
    rows = Employment.objects.none()
    if manages:
        rows |= Employment.objects.managed_by(person, today)
    if administers:
        rows |= unmanaged(today)
    return rows.exclude(person=person).select_related("person", "role", "employer__parent")


def unmanaged(today: date) -> EmploymentQuerySet:
    """Employments where nobody but the person manages the employer; the administrator decides these."""
    managers = Appointment.objects.filter(running_on(today), manager__is_active=True)
    of_employer = Q(employer=OuterRef("employer")) | Q(employer=OuterRef("employer__parent"))
    others = managers.filter(of_employer).exclude(manager=OuterRef("person"))
    return Employment.objects.filter(~Exists(others)).order_by(F("claimed_at"), "pk")


def absences_decided_by(user: User, *, today: date) -> QuerySet[Absence]:
    """Of the confirmed employments that someone decides about, with what has been withdrawn."""
    decided = decided_by(user, today=today).confirmed()
    of_absence = decided.filter(person=OuterRef("person"), employer=OuterRef("employer"))
    return Absence.objects.filter(Exists(of_absence)).select_related("person", "employer__parent")


def absences_asked(employments: EmploymentQuerySet, user: User) -> QuerySet[AbsenceRequest]:
    """What waits at these employments, but for one's own."""
    return absence_requests(employments, user).asked()


def absence_requests(employments: EmploymentQuerySet, user: User) -> QuerySet[AbsenceRequest]:
    """With what has been decided."""
    rows = AbsenceRequest.objects.filter(employment__in=employments).exclude(person=user)
    return rows.select_related("person", "employment__employer__parent")
