from threading import Barrier

import pytest
from django.contrib.auth.models import Group
from django.db import connection

from people.models import Employer, User
from tests.database import together
from tests.factories import UserFactory


def test_reference_rows_are_there(db):
    assert Group.objects.filter(name="Specialists").exists()


@pytest.mark.django_db
@pytest.mark.parametrize("turn", [1, 2])
def test_rows_of_a_test_are_gone_in_the_next(turn):
    UserFactory(email="once@example.lv")

    assert User.objects.count() == 1


@pytest.mark.parametrize("turn", [1, 2])
def test_own_database_keeps_what_is_committed_and_is_new_each_time(alice, own_database, turn):
    assert not connection.in_atomic_block
    assert list(User.objects.all()) == [alice]


def test_own_database_leaves_the_surrounding_transaction_alone(db, request):
    UserFactory(email="outside@example.lv")
    request.getfixturevalue("own_database")

    assert User.objects.count() == 0


def test_threads_meet_on_the_own_database(own_database, office):
    meeting = Barrier(2, timeout=10)

    def rename(name):
        meeting.wait()
        return Employer.objects.filter(pk=office.pk).update(name=name)

    assert together(lambda: rename("A"), lambda: rename("B")) == [1, 1]
    office.refresh_from_db()
    assert office.name in "AB"


def test_what_a_thread_raised_is_its_answer(own_database):
    (error,) = together(lambda: Employer.objects.get(pk=0))

    assert isinstance(error, Employer.DoesNotExist)
