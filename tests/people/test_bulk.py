import gc
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError

from people import bulk
from people.models import Notice, User
from tests.factories import UserFactory, at

pytestmark = pytest.mark.django_db


def notice(key, created_at=None, **context):
    return Notice(
        key=key, kind="invitation", email="a@example.lv", context=context, created_at=created_at or at(2026, 1, 1)
    )


def test_new_rows_are_as_if_saved_one_by_one():
    moment = datetime(2026, 1, 1, 2, tzinfo=timezone(timedelta(hours=2)))
    (made,) = bulk.insert([notice("a", moment, reason="“%s”", deep={"list": [1, None]})])
    kept = Notice.objects.get()
    assert (kept.pk, kept.context, kept.sent_at) == (made.pk, {"reason": "“%s”", "deep": {"list": [1, None]}}, None)
    assert kept.created_at == datetime(2026, 1, 1, tzinfo=UTC)


def test_each_row_gets_its_own_id_and_can_be_saved_again():
    made = bulk.insert(User(email=f"p{number}@example.lv") for number in range(3))
    made[1].first_name = "Otrais"
    made[1].save()
    assert list(User.objects.filter(first_name="Otrais").values_list("email", flat=True)) == ["p1@example.lv"]


def test_rows_without_objects_get_what_a_field_has_by_default():
    first, second = bulk.write(User, [{"email": f"p{number}@example.lv", "last_name": "Āre"} for number in range(2)])
    made = User.objects.get(pk=second)
    assert (made.email, made.last_name, made.is_active, made.last_login) == ("p1@example.lv", "Āre", True, None)
    assert first == User.objects.get(email="p0@example.lv").pk


def test_names_are_kept_for_order_and_search_too():
    (made,) = bulk.insert([User(email="a@example.lv", first_name="Ilze", last_name="Bērziņa")])
    saved = User.objects.create_user("b@example.lv", first_name="Ilze", last_name="Bērziņa")
    of_row = User.objects.values_list("name_order", "plain_name")
    assert of_row.get(pk=made.pk) == of_row.get(pk=saved.pk) == (saved.name_order, "berzina ilze")


def test_plain_words_become_json_too():
    bulk.write(Notice, [{"key": "a", "kind": "invitation", "created_at": at(2026, 1, 1), "context": "word"}])
    assert Notice.objects.get().context == "word"


def test_what_is_there_is_refused_or_left_alone():
    bulk.insert([notice("a", reason="first")])
    bulk.insert([notice("a", reason="second"), notice("b")], ignore_conflicts=True)
    assert list(Notice.objects.order_by("key").values_list("key", "context__reason")) == [("a", "first"), ("b", None)]
    with pytest.raises(IntegrityError):
        bulk.insert([notice("a")])


def test_nothing_is_written_of_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert bulk.insert([]) == bulk.write(Notice, []) == []


@pytest.mark.parametrize("number", [0, 1, 3])
def test_people_are_found_by_their_keys(number):
    people = UserFactory.create_batch(number)
    UserFactory()
    by_id = User.objects.filter(pk__in=bulk.among(person.pk for person in people))
    by_email = User.objects.filter(email__in=bulk.among([person.email for person in people], "text"))
    assert set(by_id) == set(by_email) == set(people)


def test_garbage_is_collected_again_whatever_happened():
    @bulk.uncollected()
    def fail():
        raise LookupError(gc.isenabled())

    with pytest.raises(LookupError, match="False"):
        fail()
    assert gc.isenabled()
