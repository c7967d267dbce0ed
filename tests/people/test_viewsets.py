"""The administrators' screens in the CMS."""

import pytest
from django.contrib.auth.models import Group

from people import groups
from people.models import Appointment, Employer, Municipality, Notice, User
from tests.factories import AppointmentFactory, UserFactory, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(client):
    anna = UserFactory(groups=[groups.ADMINISTRATOR])
    client.force_login(anna)
    return anna


def account(**changed):
    return {"email": "Jana@Example.lv", "first_name": "Jana", "last_name": "Kļava"} | changed


def test_administrator_makes_an_account_without_a_password(client, anna):
    managers = Group.objects.get(name=groups.MANAGER)
    client.post("/cms/users/new/", account(groups=[managers.pk], is_superuser="on"))
    jana = User.objects.get(email="jana@example.lv")
    assert (jana.has_usable_password(), jana.is_superuser) == (False, False)
    assert jana.group_names == {groups.MANAGER}


def test_address_of_an_account_stays(client, anna, alice):
    client.post(f"/cms/users/edit/{alice.pk}/", account(is_active="on"))
    alice.refresh_from_db()
    assert (alice.email, alice.first_name) == ("alice@example.lv", "Jana")


def test_second_account_with_one_address_is_refused(client, anna, alice):
    form = client.post("/cms/users/new/", account(email="ALICE@example.lv")).context["form"]
    assert form.errors["email"] == ["Ar šo adresi jau ir reģistrēts konts."]


def test_closed_account_is_signed_out(client, anna, alice):
    other = type(client)()
    other.force_login(alice)
    client.post(f"/cms/users/edit/{alice.pk}/", account())
    assert other.get("/accounts/profils/").status_code == 302


def test_roles_are_called_in_latvian(client, anna):
    page = client.get("/cms/users/new/").content.decode()
    assert "ministrijas analītiķis" in page
    assert "Ministry analysts" not in page


def test_groups_keep_their_names_and_rights(client, anna):
    """Sign-up, managers' pages and the second step find the groups by name."""
    for group in Group.objects.all():
        address = f"/cms/groups/edit/{group.pk}/"
        assert client.get(address).status_code == 302
        client.post(address, {"name": "Cita"})
        client.post(f"/cms/groups/delete/{group.pk}/")
    client.post("/cms/groups/new/", {"name": "Jauna"})
    assert set(Group.objects.values_list("name", flat=True)) == set(groups.ALL)


def test_employer_and_unit_are_made(client, anna):
    place = Municipality.objects.get(key="talsu-novads-2021")
    client.post("/cms/employer/new/", {"name": "Centrs", "kind": "provider", "municipality": place.pk})
    centre = Employer.objects.get()
    unit = {"name": "Nodaļa", "kind": "provider", "municipality": place.pk, "parent": centre.pk}
    client.post("/cms/employer/new/", unit)
    assert [str(unit) for unit in centre.units.all()] == ["Centrs, Nodaļa"]


def test_employer_lies_in_a_municipality_of_today(client, anna):
    choices = client.get("/cms/employer/new/").context["form"].fields["municipality"].queryset
    assert choices.count() == 42


def test_named_manager_enters_the_group(client, anna, alice, office):
    client.post("/cms/appointment/new/", {"email": "Alice@example.lv", "employer": office.pk, "start": "2026-01-01"})
    appointment = Appointment.objects.get()
    assert (appointment.manager, appointment.appointed_by) == (alice, anna)
    assert alice.belongs_to(groups.MANAGER)


@pytest.mark.parametrize(
    ("changed", "field"),
    [({"email": "neviens@example.lv"}, "email"), ({"end": "2025-01-01"}, "end"), ({"start": ""}, "start")],
)
def test_bad_appointment_is_refused(client, anna, alice, office, changed, field):
    good = {"email": alice.email, "employer": office.pk, "start": "2026-01-01"}
    assert field in client.post("/cms/appointment/new/", good | changed).context["form"].errors
    assert not Appointment.objects.exists()


def test_ended_appointment_takes_the_group_away(client, anna, office):
    appointment = AppointmentFactory(employer=office)
    client.post(f"/cms/appointment/edit/{appointment.pk}/", {"start": "2024-01-01", "end": "2024-12-31"})
    assert not User.objects.get(pk=appointment.manager_id).belongs_to(groups.MANAGER)


def test_unverified_municipality_is_marked(client, anna):
    assert "nav pārbaudīts" in client.get("/cms/municipality/?verified=false").content.decode()


@pytest.mark.parametrize("superuser", [True, False])
def test_municipalities_and_mails_are_only_looked_at(client, superuser):
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR], is_superuser=superuser))
    Notice.objects.create(key="a", kind="invitation", email="x@example.lv", created_at=at(2026))
    for name in ("municipality", "notice"):
        assert client.get(f"/cms/{name}/").status_code == 200
        assert client.get(f"/cms/{name}/new/").status_code == 302


@pytest.mark.parametrize("group", [groups.EDITOR, groups.MODERATOR, groups.MANAGER, groups.SPECIALIST])
@pytest.mark.parametrize("name", ["users", "employer", "appointment", "notice", "role"])
def test_others_do_not_see_the_screens(client, group, name):
    client.force_login(UserFactory(groups=[group]))
    assert client.get(f"/cms/{name}/").status_code in (302, 403)
