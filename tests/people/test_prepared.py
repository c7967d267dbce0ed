"""A query that is written once gives what it would give written anew, and refuses what it would not notice."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import BigIntegerField, CharField, Count, DateField, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from people.models import Employment, User
from people.models.employer import running_on
from people.prepared import prepared

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


@prepared(on=DateField(), people=[BigIntegerField()])
def jobs(confirmed, *, on, people):
    rows = Employment.objects.confirmed() if confirmed else Employment.objects.all()
    return rows.filter(running_on(on), person__in=people).select_related("person", "employer").order_by("pk")


def test_each_asking_is_answered_by_its_own_values(alice, bob):
    job = alice.employments.get()
    assert list(jobs(True, on=DAY, people=[alice.pk, bob.pk])) == [job]
    assert list(jobs(True, on=DAY, people=[bob.pk])) == []
    assert list(jobs(True, on=date(2023, 12, 31), people=[alice.pk])) == []


def test_rows_come_whole(alice, django_assert_num_queries):
    with django_assert_num_queries(1):
        (job,) = jobs(True, on=DAY, people=[alice.pk])
        assert (job.person.email, job.employer.name) == ("alice@example.lv", "Ādažu novada Sociālais dienests")


def test_sql_is_written_once_for_each_shape(alice):
    writings = []

    @prepared(key=BigIntegerField())
    def people(order, *, key):
        writings.append(order)
        return User.objects.filter(pk=key).order_by(order)

    for order in ("pk", "email", "pk"):
        assert list(people(order, key=alice.pk)) == [alice]
    assert writings == ["pk", "email"]


def test_days_are_those_of_the_time_zone_of_the_moment(alice):
    User.objects.update(date_joined=datetime(2026, 1, 1, 23, tzinfo=UTC))

    @prepared(key=BigIntegerField())
    def joined(*, key):
        return User.objects.filter(pk=key).values_list(TruncDate("date_joined"), flat=True)

    assert list(joined(key=alice.pk)) == [date(2026, 1, 2)]
    with timezone.override("UTC"):
        assert list(joined(key=alice.pk)) == [date(2026, 1, 1)]


def test_values_are_never_part_of_the_sql(alice):
    @prepared(name=CharField())
    def named(*, name):
        return User.objects.filter(Q(first_name=name) | Q(last_name=name))

    assert list(named(name="' OR 1=1 --")) == []
    assert list(named(name="Ozola")) == [alice]


def test_values_and_sums_come_as_their_fields_say(alice, bob):
    @prepared(people=[BigIntegerField()])
    def numbers(*, people):
        of_each = User.objects.filter(pk__in=people).order_by().values("is_active")
        return of_each.annotate(people=Count("pk")).values("is_active", "people")

    assert list(numbers(people=[alice.pk, bob.pk])) == [{"is_active": True, "people": 2}]


def test_two_askings_do_not_disturb_each_other(alice, bob):
    first, second = jobs(True, on=DAY, people=[alice.pk]), jobs(True, on=DAY, people=[bob.pk])
    assert (list(second), [job.person for job in first]) == ([], [alice])


@pytest.mark.parametrize(
    "add", [lambda rows: rows.filter(pk=1), lambda rows: rows.first(), lambda rows: rows.count(), lambda rows: rows[:1]]
)
def test_nothing_is_added_to_what_is_written(add, alice):
    with pytest.raises(TypeError, match="as it is written"):
        add(jobs(True, on=DAY, people=[alice.pk]))


@pytest.mark.parametrize("told", [{}, {"on": DAY}, {"on": DAY, "people": [], "role": "mentor"}])
def test_every_parameter_is_told_and_no_other(told):
    with pytest.raises(TypeError, match="on, people"):
        jobs(True, **told)


def test_an_empty_list_finds_nothing(alice):
    assert list(jobs(True, on=DAY, people=[])) == []


def test_nothing_is_asked_while_a_query_is_written(alice):
    @prepared()
    def colleagues():
        return User.objects.filter(pk__in=list(User.objects.values_list("pk", flat=True)))

    with pytest.raises(TypeError, match="without asking"):
        colleagues()
