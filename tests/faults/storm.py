"""Learners finish courses, several at once, while the server under them is killed again and again."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import product
from queue import SimpleQueue

from django.utils import timezone

from compliance.actions.employments import record_employments
from lms.models import Completion
from people import groups
from people.models import Employment
from tests.factories import CoursePageFactory, EmployerFactory, RoleFactory, UserFactory, true_false

from .learner import Course, Learner
from .portal import PATIENCE

WINDOWS = 4
COURSES = 10
PEOPLE_PER_KILL = 2
MOMENTS = (4, 36)  # finishing requests sent or answered between two kills


def people(number):
    """Specialists of one office, with a norm for their balances."""
    made = UserFactory.create_batch(number, groups=[groups.SPECIALIST])
    office, role, start = EmployerFactory(), RoleFactory(), date(timezone.now().year, 1, 1)
    jobs = [Employment(person=person, employer=office, role=role, start=start) for person in made]
    record_employments(jobs, at=timezone.now())
    return made


def courses():
    """Half of them end with a lesson, half with a quiz."""
    return [CoursePageFactory(lessons=1, questions=[true_false()] * (number % 2)) for number in range(COURSES)]


class Storm:
    """`acknowledged` are the (person, course key) whose finishing request was answered well.

    The victim is what dies: the portal, or something below it.
    """

    def __init__(self, portal, kills, seed, victim=None):
        self.portal, self.victim, self.kills = portal, victim or portal, kills
        self.chance = random.Random(seed)
        learners = [Learner(person) for person in people(PEOPLE_PER_KILL * kills)]
        self.tasks = list(product(learners, [Course.of(page) for page in courses()]))
        self.chance.shuffle(self.tasks)
        self.moments = SimpleQueue()
        self.asked, self.acknowledged, self.failed = set(), set(), []
        self.unanswered = self.written = 0

    def run(self):
        windows = ThreadPoolExecutor(WINDOWS)
        working = windows.map(self.finish, self.tasks)
        try:
            for _ in range(self.kills):
                self.strike()
            list(working)
        finally:
            windows.shutdown(cancel_futures=True)

    def strike(self):
        for _ in range(self.chance.randint(*MOMENTS)):
            self.moments.get(timeout=PATIENCE)
        self.victim.kill()
        self.count_unanswered()
        self.victim.start()

    def count_unanswered(self):
        """How many requests the kill met under way, and how many of them had been written."""
        unanswered = self.asked - self.acknowledged - {(person, key) for person, key, _status in self.failed}
        done = Completion.objects.values_list("enrolment__person", "enrolment__course_key")
        self.unanswered += len(unanswered)
        self.written += len(unanswered & {(person, str(key)) for person, key in done})

    def finish(self, task):
        learner, course = task
        *steps, last = course.steps
        for step in steps:
            self.note(learner, course, learner.post(self.portal, *step))
        self.asked.add((learner.pk, course.key))
        if self.note(learner, course, learner.post(self.portal, *last, sent=self.tick)):
            self.acknowledged.add((learner.pk, course.key))
        self.tick()

    def finish_again(self):
        """Every finishing request once more, as from a second window."""
        with ThreadPoolExecutor(WINDOWS) as windows:
            list(windows.map(self.repeat, self.tasks))

    def repeat(self, task):
        learner, course = task
        self.note(learner, course, learner.post(self.portal, *course.steps[-1]))

    def note(self, learner, course, status):
        """Whether it was answered well."""
        if status is None or status >= 400:
            self.failed.append((learner.pk, course.key, status))
            return False
        return True

    def tick(self):
        self.moments.put(None)
