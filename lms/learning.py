"""Where someone stands in a course: its steps in order, what is done, what comes next."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import BigIntegerField, F, TextField, UUIDField
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from compliance.models import CreditEntry
from courses.frozen import digest
from courses.models import CoursePage, LessonPage
from people.prepared import prepared

from .models import Enrolment


@dataclass(frozen=True, slots=True)
class Step:
    """A lesson or the final quiz in the outline; without a url it is not open yet."""

    key: str
    title: str
    url: str
    done: bool
    current: bool


class Learning:
    """One enrolment as its pages show it; `current` is the key of the step being shown."""

    def __init__(self, enrolment, current=None, done=None):
        self.enrolment, self.version = enrolment, enrolment.version
        self.course_key = enrolment.course_key
        self.current = str(current)
        self.done = enrolment.steps_done() if done is None else done

    @cached_property
    def steps(self):
        lessons = [self._step(lesson["key"], f"{n}. {lesson['title']}") for n, lesson in enumerate(self.lessons, 1)]
        return lessons + [self._final_step()] * bool(self.version.content["quiz"])

    @property
    def lessons(self):
        return self.version.lessons

    @cached_property
    def number(self):
        """Which lesson of how many is shown; None for one that was added later."""
        return next((n for n, lesson in enumerate(self.lessons, 1) if lesson["key"] == self.current), None)

    @property
    def lesson(self):
        return self.number and self.lessons[self.number - 1]

    @property
    def previous(self):
        return self.steps[self.number - 2] if self.number and self.number > 1 else None

    @property
    def following(self):
        """The lesson after this one, whatever is done."""
        return self.steps[self.number] if self.number and self.number < len(self.lessons) else None

    @property
    def next(self):
        """The first step left after this one, else the first one left; None when the course is done."""
        place = next((n for n, step in enumerate(self.steps) if step.current), 0)
        return next((step for step in self.steps[place:] + self.steps[:place] if not step.done), None)

    @property
    def next_url(self):
        return self.next.url if self.next else reverse("lms:finish", args=[self.course_key])

    @property
    def is_done(self):
        return self.current in self.done

    @property
    def minutes_left(self):
        return sum(lesson["minutes"] for lesson in self.lessons if lesson["key"] not in self.done)

    @property
    def lessons_done(self):
        return sum(lesson["key"] in self.done for lesson in self.lessons)

    @cached_property
    def course_url(self):
        page = course_page(self.course_key, get_language())
        return page.url if page else reverse("lms:resume", args=[self.course_key])

    @property
    def quiz_title(self):
        """Of the step being shown."""
        return _("Quiz: %s") % self.lesson["title"] if self.number else _("Final quiz")

    @property
    def quiz_is_closed(self):
        """The final quiz waits for the lessons."""
        return self.number is None and self.lessons_done < len(self.lessons)

    def quiz_url(self, key):
        return reverse("lms:quiz", args=[self.course_key, key])

    def _step(self, key, title):
        url = reverse("lms:lesson", args=[self.course_key, key])
        return Step(key, title, url, key in self.done, key == self.current)

    def _final_step(self):
        key = str(self.course_key)
        opened = self.lessons_done == len(self.lessons)
        return Step(key, _("Final quiz"), self.quiz_url(key) if opened else "", key in self.done, key == self.current)


def enrolments_in(person, course_key):
    """The open one first, then the last completed; what was left does not open lessons."""
    rows = Enrolment.objects.visible_to(person).of_course(course_key).filter(left_at=None)
    return rows.select_related("version").order_by(F("completed_at").desc(nulls_first=True))


def enrolment_in(person, course_key, *, with_steps=False):
    """The first of them, if any; with its steps done where these are about to be read, not changed."""
    return next(iter(_enrolment_in(with_steps, person=person.pk, course_key=course_key)), None)


@prepared(person=BigIntegerField(), course_key=UUIDField())
def _enrolment_in(with_steps, *, person, course_key):
    rows = enrolments_in(person, course_key)
    return (rows.with_steps_done() if with_steps else rows)[:1]


def course_page(course_key, language):
    """The live page of a course, rather in the reader's language."""
    return _in_language(CoursePage, course_key, language)


def lesson_page(lesson_key, language):
    return _in_language(LessonPage, lesson_key, language)


def _in_language(kind, key, language):
    found = list(_translations(kind, key=key))
    return next((page for page in found if page.locale.language_code == language), found[0] if found else None)


@prepared(key=UUIDField())
def _translations(kind, *, key):
    return kind.objects.filter(translation_key=key).live().with_privacy().select_related("locale")


@dataclass(frozen=True, slots=True)
class Standing:
    """What a course page tells the person who looks at it; `year` is the one that has credited the course."""

    enrolment: Enrolment | None
    learning: Learning | None
    year: int | None


def standing(person, course, *, on):
    enrolment = enrolment_in(person, course.translation_key, with_steps=True)
    learning = Learning(enrolment) if enrolment and enrolment.is_open else None
    return Standing(enrolment, learning, None if learning else credited_year(person, course, on.year))


def credited_year(person, course, year):
    """The year whose entry leaves nothing more to credit now: this version's, or this year's of another one."""
    versions = dict(_credited(person=person.pk, course_key=str(course.translation_key)))
    if year in versions or not versions:
        return year if versions else None
    now = digest(course.hours, course.frozen_content)
    return next((year for year, version in versions.items() if version == now), None)


@prepared(person=BigIntegerField(), course_key=TextField())
def _credited(*, person, course_key):
    """(year, version) of what the ledger holds of a course."""
    entries = CreditEntry.objects.originals().filter(person=person, source=CreditEntry.Source.COURSE)
    return entries.filter(source_key=course_key).values_list("year", "source_version")
