"""The planner of an office: what it finds (offices/planner.py), its page, and the plans that it proposes."""

from datetime import date

import pytest
from django.http import QueryDict
from django.urls import reverse

from compliance.actions.exemptions import ask_exemption, decide_exemption
from lms.actions.enrolments import enrol
from lms.models import DevelopmentPlan
from offices.models import Assignment
from offices.planner import Planner
from people import groups
from people.models import Notice
from tests.database import together
from tests.factories import AppointmentFactory, CoursePageFactory, EmployerFactory, UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

PLANNER = reverse("offices:planner")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def as_bob(client, bob):
    client.force_login(bob)
    return client


def staffed(employer, **hours):
    """People by surname with what they have earned of 24 hours."""
    people = {}
    for name, earned in hours.items():
        people[name] = UserFactory(last_name=name, first_name="Ilze")
        hire(people[name], employer)
        earn(people[name], earned)
    return people


def planner(bob, query=""):
    return Planner(bob, QueryDict(query), today=TODAY)


def planned(shown):
    return {one.row.person.last_name: [course.title for course in one.courses] for one in shown.rows}


def headline(response):
    text = response.content.decode()
    return " ".join(text[text.index("<h1>") + 4 : text.index("</h1>")].split())


def test_who_is_exempt_is_asked_for_nothing(bob, office):
    people = staffed(office, Avota="20", Bebre="20")
    CoursePageFactory(title="Mazs", hours=4)
    reviewer = UserFactory(groups=[groups.REVIEWER])
    asked = ask_exemption(person=people["Avota"], year=2026, reason="Studijas", by=people["Avota"], at=NOW)
    decide_exemption(asked, granted=True, decision="Pamatots", by=reviewer, at=NOW)
    assert planned(planner(bob)) == {"Bebre": ["Mazs"]}


def test_one_course_for_all_rather_than_a_fitting_one_for_each(bob, office):
    staffed(office, Avota="20", Bebre="18", Cielava="24")
    for title, hours in {"Mazs": 4, "Vidējs": 6, "Garš": 8}.items():
        CoursePageFactory(title=title, hours=hours)
    shown = planner(bob)
    assert planned(shown) == {"Avota": ["Vidējs"], "Bebre": ["Vidējs"]}
    assert [(course.title, names) for course, names in shown.courses] == [("Vidējs", ["Avota Ilze", "Bebre Ilze"])]


def test_who_has_hours_on_the_way_is_not_planned_for(bob, office):
    people = staffed(office, Avota="20", Bebre="18")
    course = CoursePageFactory(title="Kurss", hours=8)
    enrol(person=people["Avota"], course=course, at=NOW)
    assert planned(planner(bob)) == {"Bebre": ["Kurss"]}


def test_what_no_course_covers_is_named(bob, office):
    staffed(office, Avota="10")
    CoursePageFactory(title="Kurss", hours="9.5")
    (row,) = planner(bob).rows
    assert (row.gap, row.brings, row.rest) == (14, 9.5, 4.5)


def test_a_unit_or_people_are_chosen_by_the_query(bob, office):
    unit = EmployerFactory(parent=office, name="Aprūpes nodaļa")
    staffed(office, Avota="20")
    people = staffed(unit, Bebre="18", Cielava="17")
    CoursePageFactory(title="Kurss", hours=8)
    assert set(planned(planner(bob, f"unit={unit.pk}"))) == {"Bebre", "Cielava"}
    assert set(planned(planner(bob, f"unit={unit.pk}&person={people['Bebre'].pk}"))) == {"Bebre"}
    assert len(planned(planner(bob, "unit=x"))) == 3


def test_people_of_other_offices_are_never_planned_for(bob, office, other_office):
    stranger = staffed(other_office, Svešā="1")["Svešā"]
    CoursePageFactory()
    assert planned(planner(bob, f"person={stranger.pk}")) == {}


def test_the_page_says_what_is_to_be_taken_by_how_many(as_bob, office):
    staffed(office, Avota="20", Bebre="18", Cielava="2")
    CoursePageFactory(title="Kurss", hours=8)
    page = as_bob.get(PLANNER)
    assert headline(page) == "Vajadzīgs 1 kurss 3 darbiniekiem."
    assert "Ar portāla kursiem nepietiek 1 darbiniekam" in page.content.decode()


def test_an_office_without_staff_says_how_to_begin(as_bob):
    assert headline(as_bob.get(PLANNER)) == "Šeit būs jūsu darbinieki. Uzaiciniet viņus vai importējiet sarakstu."


def test_an_office_where_nobody_lacks_hours_says_so(as_bob, office):
    staffed(office, Avota="24")
    assert headline(as_bob.get(PLANNER)) == "Visiem trūkstošās stundas dos tas, kas jau ir iesniegts vai iesākts."


def test_a_portal_without_courses_says_so(as_bob, office):
    staffed(office, Avota="2")
    assert headline(as_bob.get(PLANNER)) == "Portālā pašlaik nav kursa, ko šogad vēl ieskaitītu."


@pytest.mark.parametrize("query", ["unit=%00", "person=x", "person=-1", f"person={'9' * 40}", "unit=&person="])
def test_bad_values_never_break_the_page(as_bob, office, query):
    staffed(office, Avota="2")
    assert as_bob.get(f"{PLANNER}?{query}").status_code == 200


def test_the_button_proposes_a_plan_to_each(as_bob, bob, office):
    people = staffed(office, Avota="20", Bebre="18")
    CoursePageFactory(title="Kurss", hours=8)
    page = as_bob.post(PLANNER, {"person": [people["Avota"].pk, people["Bebre"].pk]}, follow=True)
    assert "Piedāvāti 2 attīstības plāni." in page.content.decode()
    assert {(plan.person.last_name, plan.state, plan.manager) for plan in DevelopmentPlan.objects.all()} == {
        ("Avota", "proposed", bob),
        ("Bebre", "proposed", bob),
    }
    assert Notice.objects.filter(kind="plan_proposed").count() == 2
    assert "gaida piekrišanu" in page.content.decode()


def test_only_those_named_get_a_plan(as_bob, office, other_office):
    people = staffed(office, Avota="20", Bebre="18") | staffed(other_office, Svešā="1")
    CoursePageFactory(hours=8)
    as_bob.post(PLANNER, {"person": [people["Bebre"].pk, people["Svešā"].pk, "x"]})
    assert DevelopmentPlan.objects.get().person == people["Bebre"]


def test_a_second_press_changes_nothing(as_bob, office):
    staffed(office, Avota="20")
    CoursePageFactory(hours=8)
    as_bob.post(PLANNER)
    page = as_bob.post(PLANNER, follow=True)
    assert "Šie kursi jau ir attīstības plānos." in page.content.decode()
    assert DevelopmentPlan.objects.get().items.count() == 1


def test_two_managers_at_once_propose_one_plan(own_database, client, bob, office):
    staffed(office, Avota="20")
    CoursePageFactory(hours=8)
    managers = [bob, AppointmentFactory(employer=office).manager]

    def press(manager):
        own = type(client)()
        own.force_login(manager)
        return own.post(PLANNER).status_code

    assert together(*(lambda manager=manager: press(manager) for manager in managers)) == [302, 302]
    assert DevelopmentPlan.objects.get().items.count() == 1


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_as_many_queries_for_three_people_as_for_one(
    as_bob, office, number, django_assert_max_num_queries
):
    staffed(office, **dict.fromkeys(("Avota", "Bebre", "Cielava")[:number], "20"))
    CoursePageFactory.create_batch(number, hours=8)
    as_bob.get(PLANNER)
    with django_assert_max_num_queries(30) as asked:
        as_bob.get(PLANNER)
    assert len([query for query in asked if "wagtailcore_" not in query["sql"]]) == 10


def test_the_staff_page_leads_to_the_planner(as_bob, office):
    staffed(office, Avota="20")
    assert f'href="{PLANNER}"' in as_bob.get(reverse("offices:staff")).content.decode()


def test_a_managers_own_plan_waits_for_another_manager(as_bob, bob, office):
    hire(bob, office, start=date(2026, 1, 1))
    CoursePageFactory(hours=8)
    as_bob.post(PLANNER)
    plan = DevelopmentPlan.objects.get(person=bob)
    assert (bool(plan.person_agreed_at), plan.manager) == (True, None)


def test_planned_courses_are_looked_at_and_then_assigned_to_those_chosen(as_bob, office):
    people = staffed(office, Avota="20", Bebre="18")
    course = CoursePageFactory(title="Kurss", hours=8)
    assign = reverse("offices:assign_planned")
    page = as_bob.get(assign)
    chosen = {"pair": [f"{course.translation_key}:{people['Avota'].pk}"], "due": "2026-12-20"}
    assert len(page.context["form"].initial["pair"]) == 2
    look = as_bob.post(assign, chosen)
    assert headline(look) == "1 norīkojums: jāpabeidz līdz 20. decembrim"
    assert not Assignment.objects.exists()
    assert as_bob.post(assign, chosen | {"seen": "yes"}).url == reverse("offices:assignments")
    made = Assignment.objects.get()
    assert (made.person, made.course_title, made.due) == (people["Avota"], "Kurss", date(2026, 12, 20))


def test_what_is_not_in_the_plan_any_more_is_not_assigned(as_bob, office, other_office):
    people = staffed(office, Avota="20") | staffed(other_office, Svešā="1")
    course = CoursePageFactory(hours=8)
    posted = {"pair": [f"{course.translation_key}:{people['Svešā'].pk}"], "due": "2026-12-20", "seen": "yes"}
    form = as_bob.post(reverse("offices:assign_planned"), posted).context["form"]
    assert form.errors == {"pair": ["Plāns pa to laiku ir mainījies. Aplūkojiet to vēlreiz."]}
    assert not Assignment.objects.exists()


def test_a_plan_for_some_is_assigned_to_them_only(as_bob, office):
    people = staffed(office, Avota="20", Bebre="18")
    CoursePageFactory(hours=8)
    assign = reverse("offices:assign_planned", query={"person": people["Bebre"].pk})
    assert f'href="{assign}"' in as_bob.get(PLANNER, {"person": people["Bebre"].pk}).content.decode()
    assert len(as_bob.get(assign).context["planner"].pairs) == 1
