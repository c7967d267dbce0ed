import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people import groups
from people.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(email=st.emails())
def test_address_in_any_case_is_one_person(db, email):
    with transaction.atomic():
        user = User.objects.create_user(email.upper())
        assert user.email == email.lower()
        assert User.objects.get_by_natural_key(email.swapcase()) == user
        user.delete()


def test_address_belongs_to_one_person():
    UserFactory(email="ilze@example.lv")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("Ilze@Example.lv")


def test_database_refuses_capitals():
    ilze = UserFactory(email="ilze@example.lv")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=ilze.pk).update(email="Ilze@example.lv")


def test_belongs_to_any_of_the_groups_named():
    editor = UserFactory(groups=[groups.EDITOR])
    assert editor.belongs_to(groups.MANAGER, groups.EDITOR)
    assert not editor.belongs_to(groups.MANAGER, groups.ADMINISTRATOR)


def test_superuser_is_in_every_group():
    assert UserFactory(is_superuser=True).belongs_to(groups.ADMINISTRATOR)


def test_closed_account_belongs_nowhere():
    assert not UserFactory(groups=[groups.EDITOR], is_active=False).belongs_to(groups.EDITOR)


def test_person_without_a_name_is_called_by_address():
    assert str(UserFactory(first_name="", last_name="", email="ilze@example.lv")) == "ilze@example.lv"
