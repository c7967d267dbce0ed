import pytest

from people.models import User
from people.wording import sort_key
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_person_is_listed_by_last_name_or_by_address():
    assert UserFactory(first_name="Zane", last_name="Ābele").listed_name == "Ābele Zane"
    assert UserFactory(first_name="", last_name="", email="zane@example.lv").listed_name == "zane@example.lv"


def test_the_database_knows_the_latvian_order_of_names():
    names = ["Ābele", "Abele", "Žagare", "Čakste", "Cakste", "Zariņa", "Élise", "ķirse"]
    User.objects.bulk_create(User(last_name=name, email=f"{place}@example.lv") for place, name in enumerate(names))
    found = User.objects.order_by("name_order").values_list("last_name", flat=True)
    assert list(found) == sorted(names, key=sort_key)


def test_a_name_is_found_by_letters_without_marks():
    zane = UserFactory(first_name="Zane", last_name="Bērziņa")
    assert User.objects.get(plain_name__contains="berzina") == zane


@pytest.mark.parametrize("fields", [None, ["last_name"], {"email", "last_name"}])
def test_a_new_name_moves_the_person(fields):
    zane = UserFactory(last_name="Ābele")
    zane.last_name = "Žagare"
    zane.save(update_fields=fields)
    assert bytes(User.objects.get(pk=zane.pk).name_order) == sort_key(zane.listed_name).encode()
