"""What changes more than one row of people: accounts made for others, and whom an employer is managed by."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from . import groups
from .models import Appointment, User


@transaction.atomic
def open_accounts(people, *, at):
    """For people whom somebody else names: specialists, who set a password by „Aizmirsāt paroli?”."""
    people = list(people)
    for person in people:
        person.date_joined = at
        person.set_unusable_password()
    made = User.objects.bulk_create(people)
    specialists = Group.objects.get(name=groups.SPECIALIST)
    User.groups.through.objects.bulk_create(User.groups.through(user=one, group=specialists) for one in made)
    return made


@transaction.atomic
def appoint(*, manager, employer, start, by, end=None, at=None):
    """Make a person the manager of an employer or unit; the permission group follows."""
    appointment = Appointment.objects.create(manager=manager, employer=employer, start=start, end=end, appointed_by=by)
    _follow(appointment, at)
    return appointment


@transaction.atomic
def change_appointment(appointment, *, start, end, at=None):
    appointment.start, appointment.end = start, end
    appointment.save(update_fields=["start", "end"])
    _follow(appointment, at)
    return appointment


def end_appointment(appointment, *, end, at=None):
    return change_appointment(appointment, start=appointment.start, end=end, at=at)


def _follow(appointment, at):
    """Managers are in their group from the day of naming until no appointment is left running or to come."""
    manager = appointment.manager
    group = Group.objects.get(name=groups.MANAGER)
    if manager.appointments.not_over(timezone.localdate(at)).exists():
        manager.groups.add(group)
    else:
        manager.groups.remove(group)
