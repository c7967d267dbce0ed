"""What people still lack this year, and the courses that would bring it: for any number of people at once."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from compliance.models import CreditEntry, Kind, YearBalance
from courses.frozen import digest
from courses.models import CoursePage, LessonPage

from .models import Enrolment
from .planning import Offer

NONE = Decimal(0)


class Offers:
    """The courses open now, and how these people (ids) stand to them in a year; everything read once."""

    def __init__(self, people: Iterable[int], year: int, *, language: str):
        self.people, self.year, self.language = list(people), year, language

    @cached_property
    def courses(self) -> dict[str, CoursePage]:
        """By key, each in the reader's language if it has one."""
        found = {}
        for page in CoursePage.objects.live().public().open().select_related("locale"):
            if page.locale.language_code == self.language or str(page.translation_key) not in found:
                found[str(page.translation_key)] = page
        return found

    @cached_property
    def offers(self) -> list[Offer]:
        return [Offer(key, page.title, page.hours, self._taken_by(key)) for key, page in self.courses.items()]

    @cached_property
    def under_way(self) -> dict[int, Decimal]:
        """The hours that the courses begun will bring."""
        hours = defaultdict(Decimal)
        for person, key, version, amount in self._begun:
            if not self._is_credited(person, key, version):
                hours[person] += amount
        return hours

    @cached_property
    def gaps(self) -> dict[int, Decimal]:
        """What stays missing when all that waits is approved and all that was begun is finished."""
        return {balance.person_id: gap for balance in self._balances if (gap := self._gap(balance)) > 0}

    def _gap(self, balance):
        return balance.missing - balance.pending - self.under_way.get(balance.person_id, NONE)

    @property
    def _balances(self):
        return YearBalance.objects.filter(person__in=self.people, year=self.year, kind=Kind.TRAINING, missing__gt=0)

    @cached_property
    def _begun(self):
        rows = Enrolment.objects.open().filter(person__in=self.people).order_by()
        found = rows.values_list("person", "course_key", "version__digest", "version__hours")
        return [(person, str(key), version, hours) for person, key, version, hours in found]

    @cached_property
    def _credited(self) -> dict[str, list[tuple[int, str, int]]]:
        """By course: to whom, for which version and in which year; an entry that was reversed is not written again."""
        entries = CreditEntry.objects.originals().filter(person__in=self.people, source=CreditEntry.Source.COURSE)
        found = defaultdict(list)
        for key, *credit in entries.values_list("source_key", "person", "source_version", "year"):
            found[key].append(tuple(credit))
        return found

    def _is_credited(self, person, key, version):
        """Whether finishing this version now would credit nothing more."""
        known = self._credited.get(key, ())
        return any(who == person and (year == self.year or what == version) for who, what, year in known)

    def _taken_by(self, key) -> frozenset[int]:
        begun = {person for person, course, _version, _hours in self._begun if course == key}
        now = self._digests.get(key)
        credited = {who for who, what, year in self._credited.get(key, ()) if year == self.year or what == now}
        return frozenset(begun | credited)

    @cached_property
    def _digests(self) -> dict[str, str]:
        """What the courses that somebody has finished in another year are now; their lessons by one query."""
        pages = [page for key, page in self.courses.items() if self._was_credited_before(key)]
        lessons = defaultdict(list)
        for lesson in LessonPage.objects.live().filter(_below(pages)).order_by("path") if pages else ():
            lessons[lesson.path[: -lesson.steplen]].append(lesson.frozen)
        contents = {page: {"lessons": lessons[page.path], "quiz": page.frozen_quiz} for page in pages}
        return {str(page.translation_key): digest(page.hours, content) for page, content in contents.items()}

    def _was_credited_before(self, key):
        return any(year != self.year for _who, _what, year in self._credited.get(key, ()))


def _below(pages):
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path, depth=page.depth + 1)
    return below
