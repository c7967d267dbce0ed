"""Managers who approve certificates from elsewhere; what is promised are (person, key of the certificate)."""

from collections import Counter
from datetime import date
from itertools import product

from django.urls import reverse
from django.utils import timezone

from compliance.models import CreditEntry, ExternalCertificate, ExternalStep
from people.models import Notice
from tests.factories import AppointmentFactory, submitted

from .courses import staff
from .visitor import Task, Visitor

OFFICES_PER_KILL, PEOPLE, EACH = 2, 5, 2
MOMENTS = (4, 36)
TOLD = "external_approved:"


def tasks(kills):
    return [task for _ in range(OFFICES_PER_KILL * kills) for task in _of_an_office()]


def tables():
    """How often each stands as an entry, as approved, as a step of its history and as a notice."""
    people = {str(pk): (person, str(pk)) for pk, person in ExternalCertificate.objects.values_list("pk", "person")}
    approved = ExternalCertificate.objects.approved().values_list("pk", flat=True)
    steps = ExternalStep.objects.filter(verb=ExternalStep.Verb.APPROVED)
    of_steps = {str(pk): str(certificate) for pk, certificate in steps.values_list("pk", "certificate")}
    notices = Notice.objects.filter(key__startswith=TOLD).values_list("key", flat=True)
    return (
        Counter(CreditEntry.objects.originals().values_list("person", "source_key")),
        Counter(people[str(pk)] for pk in approved),
        Counter(people[pk] for pk in of_steps.values()),
        Counter(people[of_steps[key.removeprefix(TOLD)]] for key in notices),
    )


def _of_an_office():
    appointment = AppointmentFactory()
    manager, people = Visitor(appointment.manager), staff(PEOPLE, appointment.employer)
    for person, number in product(people, range(EACH)):
        day = date(timezone.now().year, 1, 2 + number)
        one = submitted(person, title=f"Seminārs {number}", first_day=day, last_day=day, at=timezone.now())
        fields = {"decision": "approve", "amount": "6", "year": day.year, "revision": 1}
        steps = ((reverse("offices:certificate", args=[one.pk]), fields),)
        yield Task(manager, frozenset({(person.pk, str(one.pk))}), steps)
