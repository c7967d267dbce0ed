"""What changes more than one row of people: accounts, who manages and who decides, what people are told."""

import secrets

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from . import background, bulk, groups
from .models import Appointment, Approver, Notice, User


@transaction.atomic
def open_accounts(people, *, at) -> dict[str, int]:
    """For people whom somebody else names, as addresses and names: specialists, who set a password by
    „Aizmirsāt paroli?”. Returns their ids by address."""
    rows = [one | {"date_joined": at, "password": UNUSABLE_PASSWORD_PREFIX + secrets.token_hex(20)} for one in people]
    keys = bulk.write(User, rows)
    specialists = Group.objects.get(name=groups.SPECIALIST).pk
    bulk.write(User.groups.through, ({"user_id": key, "group_id": specialists} for key in keys))
    return dict(zip((one["email"] for one in rows), keys, strict=True))


SENT_AT_ONCE = 20


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


@transaction.atomic
def name_approver(*, person, employer, by, at=None):
    """Let a member of staff decide about colleagues' certificates; the permission group follows."""
    approver, _named = Approver.objects.get_or_create(
        person=person, employer=employer, end=None, defaults={"named_by": by, "start": timezone.localdate(at)}
    )
    person.groups.add(Group.objects.get(name=groups.APPROVER))
    return approver


@transaction.atomic
def end_approver(approver, *, at=None):
    """From now on the person no longer decides there."""
    Approver.objects.filter(pk=approver.pk, end=None).update(end=timezone.localdate(at))
    if not approver.person.approver_of.filter(end=None).exists():
        approver.person.groups.remove(Group.objects.get(name=groups.APPROVER))


def post(notices):
    """Write notices, each cause once. A few are sent as soon as they are committed, many by the next sweep:
    without a broker whoever pressed the button would wait for the mail server."""
    post_rows([vars(notice) for notice in notices])


def post_rows(notices: list[dict]):
    """The same of values instead of objects."""
    bulk.write(Notice, notices, ignore_conflicts=True)
    if 0 < len(notices) <= SENT_AT_ONCE:
        background.start("people.tasks.send_notices")


def _follow(appointment, at):
    """Managers are in their group from the day of naming until no appointment is left running or to come."""
    manager = appointment.manager
    group = Group.objects.get(name=groups.MANAGER)
    if manager.appointments.not_over(timezone.localdate(at)).exists():
        manager.groups.add(group)
    else:
        manager.groups.remove(group)
