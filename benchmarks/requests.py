"""CPU per request and SQL count of the pages people use most, on the demo data, beside a bare Django view.

    make benchmarks            # SQLite; DATABASE_URL=postgres://… make benchmarks for PostgreSQL

In-process, one thread, DEBUG off, warm: what is measured is the CPU time of this process (`time.process_time`),
so a database server's own work is not in it. Every figure is of one run; compare the ratios, not the machines.
"""

import datetime
import statistics
import time

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.models import CoursePage
from lms.actions.enrolments import enrol
from people.models import User
from tests import database

ROUNDS = 60
WARM_UP = 5


def client_of(name):
    client = Client()
    client.force_login(User.objects.get(email=f"{name}@demo.test"))
    return client


def measure(call, rounds=ROUNDS):
    """Milliseconds of CPU a call, and how many queries one makes."""
    for _ in range(WARM_UP):
        call()
    with CaptureQueriesContext(connection) as queries:
        answer = call()
    made, spent = len(queries), []
    for _ in range(rounds):
        began = time.process_time()
        call()
        spent.append(1000 * (time.process_time() - began))
    return spent, made, answer


def report(name, call, rounds=ROUNDS):
    spent, queries, answer = measure(call, rounds)
    size = len(answer.content) / 1024
    print(
        f"{name:34} {statistics.median(spent):7.2f} {min(spent):7.2f} {max(spent):7.2f}   {queries:3} SQL  "
        f"{size:6.1f} kB  {answer.status_code}"
    )


class Rollback(Exception):
    """Ends a measured call without a trace."""


def undone(call):
    """The same call again and again: what it wrote is rolled back."""

    def wrapped():
        try:
            with transaction.atomic():
                answer = call()
                raise Rollback
        except Rollback:
            return answer

    return wrapped


def measure_all():
    guest, learner, manager = Client(), client_of("specialists"), client_of("vaditajs")
    course = CoursePage.objects.live().open().order_by("pk").last()
    with override_settings(ROOT_URLCONF="benchmarks.bare", MIDDLEWARE=[]):
        bare = Client()
        report("bare view, three queries", lambda: bare.get("/"))
    for name, address in (
        ("home", "/"),
        ("catalogue", "/kursi/"),
        ("course page", course.url),
        ("events", "/pasakumi/"),
    ):
        report(f"anonymous: {name}, kept", lambda address=address: guest.get(address))
        report(f"anonymous: {name}, not kept", lambda address=address: after_a_change(guest, address))
    report("learner's home", lambda: learner.get(reverse("lms:home")))
    enrol_url = reverse("lms:enrol", args=[course.translation_key])
    report("enrol", undone(lambda: learner.post(enrol_url)))
    enrolment = enrol(person=User.objects.get(email="specialists@demo.test"), course=course)
    report("course page, enrolled", lambda: learner.get(course.url))
    lesson = enrolment.version.content["lessons"][0]["key"]
    lesson_url = course.lessons.first().url
    report("lesson page", lambda: learner.get(lesson_url))
    complete_url = reverse("lms:complete", args=[course.translation_key, lesson])
    report("lesson completion", undone(lambda: learner.post(complete_url)))
    report("manager's page", lambda: manager.get(reverse("offices:staff")))
    report("manager's export, CSV", lambda: drained(manager.get(reverse("offices:staff_csv"))))


def after_a_change(client, address):
    """As the first guest within GUEST_CACHE_SECONDS meets it."""
    caches["pages"].clear()
    return client.get(address)


def drained(answer):
    """Read a streamed answer to its end."""
    return HttpResponse(b"".join(answer), status=answer.status_code)


def main():
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.SECURE_SSL_REDIRECT = False
    settings.GUEST_CACHE_SECONDS = 60
    with database.copied(database.with_demo()):
        print(f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}  {connection.vendor}  {ROUNDS} rounds")
        print(f"{'CPU, ms':34}  median     min     max")
        measure_all()
