"""The log-ins by group that `make run` prints, with a believable year for the specialist."""

import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from people.models import User

from . import names


def address(name):
    return f"{name}@demo.test"


def make_log_ins():
    """By name, such as `vaditajs`; their addresses count as verified."""
    people, password = {}, make_password(names.PASSWORD)
    for name, first, last, group in names.LOG_INS:
        person = User.objects.create(email=address(name), password=password, first_name=first, last_name=last)
        person.groups.set(Group.objects.filter(name__in={group, "Specialists"}))
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
        people[name] = person
    return people


def days_before(today, days):
    """A day of this year so long ago, or its second day of work."""
    return max(today - datetime.timedelta(days=days), datetime.date(today.year, 1, 3))
