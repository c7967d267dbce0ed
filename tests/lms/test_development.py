"""The individual development plan: its actions, its page, who reaches it, and its PDF."""

import json
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from compliance.actions.ledger import Original, award
from lms.actions.plans import Proposal, agree, begin_plan, keep_item, propose_courses, remove_item
from lms.development import Sheet
from lms.models import DevelopmentPlan, PlanItem
from lms.planning import Offer
from people.models import Notice
from tests.database import together
from tests.factories import AppointmentFactory, CoursePageFactory, EmployerFactory, EmploymentFactory, UserFactory, at

NOW = at(2026, 11, 22)
PLAN = reverse("lms:development_plan")


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def plan(alice, office):
    return begin_plan(person=alice, employer=office, year=2026, by=alice, at=NOW)


def write(plan, activity="Lekcija par krīzi", hours="7.5", **more):
    said = {"theme": "Krīze", "course_key": None, "until": date(2026, 12, 1)} | more
    return keep_item(plan, activity=activity, hours=Decimal(hours), **said)


def sign(plan, *people):
    for person in people:
        plan.refresh_from_db()
        plan = agree(plan, by=person, changes=plan.changes, at=NOW)
    return plan


def earn(person, title, *, source="import", key="x", on=date(2026, 5, 4)):
    award([Original(person.pk, "training", Decimal(4), on, source, key, title)], at=NOW)


def posted(client, name, *args, **values):
    return client.post(reverse(name, args=args), values, follow=True).content.decode()


def test_a_year_has_one_open_plan_with_an_employer(plan, alice, bob, office):
    assert begin_plan(person=alice, employer=office, year=2026, by=bob, at=NOW) == plan
    with pytest.raises(IntegrityError), transaction.atomic():
        DevelopmentPlan.objects.create(person=alice, employer=office, year=2026, version=2, made_by=bob, made_at=NOW)


def test_the_first_agreement_proposes_and_the_second_settles(plan, alice, bob):
    write(plan)
    assert plan.state == "draft"
    assert sign(plan, alice).state == "proposed"
    assert sign(plan, bob).state == "agreed"


def test_one_side_cannot_agree_for_both(plan, alice, bob):
    write(plan)
    assert sign(plan, bob, UserFactory()).state == "proposed"
    assert sign(plan, alice).manager == bob


def test_a_manager_cannot_settle_their_own_plan(bob, office):
    own = begin_plan(person=bob, employer=office, year=2026, by=bob, at=NOW)
    write(own)
    assert sign(own, bob, bob).state == "proposed"


def test_a_change_takes_both_agreements_back(plan, alice):
    item = write(plan)
    sign(plan, alice)
    write(plan, item=item, hours="8")
    plan.refresh_from_db()
    assert (plan.state, plan.changes) == ("draft", 2)


def test_nobody_agrees_to_what_they_have_not_read(plan, bob):
    write(plan)
    with pytest.raises(ValidationError, match="pa šo laiku ir mainīts"):
        agree(plan, by=bob, changes=0, at=NOW)


def test_an_empty_plan_is_not_agreed(plan, alice):
    with pytest.raises(ValidationError, match="vēl nekā nav"):
        agree(plan, by=alice, changes=0, at=NOW)


def test_an_agreed_plan_is_frozen(plan, alice, bob):
    item = write(plan)
    agreed = sign(plan, alice, bob)
    for change in (lambda: write(agreed), lambda: remove_item(agreed, key=item.pk), lambda: sign(agreed, bob)):
        with pytest.raises(ValidationError, match="ir saskaņots"):
            change()
    alice.last_name = "Kalniņa"
    alice.save()
    facts = json.loads(agreed.text)
    assert (facts["person"], facts["items"][0]["hours"], facts["items"][0]["until"]) == (
        "Alise Ozola",
        "7.50",
        "2026-12-01",
    )
    assert Sheet(DevelopmentPlan.objects.get()).person == "Alise Ozola"


def test_the_database_freezes_only_what_both_agreed_to(plan):
    with pytest.raises(IntegrityError), transaction.atomic():
        DevelopmentPlan.objects.filter(pk=plan.pk).update(agreed_at=NOW, text="{}")


def test_what_comes_after_an_agreed_plan_is_a_new_version_of_it(plan, alice, bob, office):
    write(plan)
    sign(plan, alice, bob)
    second = begin_plan(person=alice, employer=office, year=2026, by=bob, at=NOW)
    assert (second.version, [item.activity for item in second.items.all()]) == (2, ["Lekcija par krīzi"])
    plan.refresh_from_db()
    assert plan.state == "agreed"


def test_a_course_stands_in_a_plan_once(plan):
    key = CoursePageFactory().translation_key
    write(plan, course_key=key)
    with pytest.raises(ValidationError, match="jau ir plānā"):
        write(plan, course_key=key)


def test_a_plan_holds_so_many_items(plan):
    day = date(2026, 12, 1)
    PlanItem.objects.bulk_create(
        PlanItem(plan=plan, theme="T", activity=str(number), hours=1, until=day) for number in range(60)
    )
    with pytest.raises(ValidationError, match="līdz 60"):
        write(plan)


def test_the_ledger_tells_what_is_done(plan, alice):
    course = CoursePageFactory()
    write(plan, "Kurss", course_key=course.translation_key)
    write(plan, "Saruna ar klientu")
    write(plan, "Kas cits", hours="2")
    earn(alice, "Kurss", source="course", key=str(course.translation_key))
    earn(alice, "saruna ar klientu", key="y")
    earn(alice, "Kas cits", key="z", on=date(2025, 5, 4))
    sheet = Sheet(plan)
    assert [(line.activity, line.done) for line in sheet.lines] == [
        ("Kurss", True),
        ("Saruna ar klientu", True),
        ("Kas cits", False),
    ]
    assert (sheet.hours, sheet.hours_done) == (17, 15)
    assert sheet.headline == "Izpildītas 15 no 17 stundām."


def test_the_other_side_is_told_by_mail(plan, alice, bob):
    write(plan)
    sign(plan, alice)
    notice = Notice.objects.get(kind="plan_proposed")
    assert (notice.person, notice.context["name"]) == (bob, "Alise Ozola")
    assert f"/darbinieki/{alice.pk}/attistibas-plans/?employer={plan.employer_id}" in notice.context["link"]


def test_plans_of_the_planner_have_the_managers_agreement(alice, bob, office):
    courses = [Offer(str(CoursePageFactory().translation_key), "Kurss", Decimal(6))]
    (plan,) = propose_courses([Proposal(alice, office, courses)], year=2026, by=bob, at=NOW)
    assert (plan.state, plan.manager) == ("proposed", bob)
    assert [(item.activity, item.hours, item.until) for item in plan.items.all()] == [("Kurss", 6, date(2026, 12, 31))]
    assert Notice.objects.get(kind="plan_proposed").person == alice
    assert propose_courses([Proposal(alice, office, courses)], year=2026, by=bob, at=NOW) == []


def test_the_planner_adds_to_an_open_plan_and_both_agree_anew(plan, alice, bob, office):
    write(plan)
    sign(plan, alice)
    courses = [Offer(str(CoursePageFactory().translation_key), "Kurss", Decimal(6))]
    (changed,) = propose_courses([Proposal(alice, office, courses)], year=2026, by=bob, at=NOW)
    assert (changed, changed.state, changed.items.count()) == (plan, "draft", 2)


def test_both_sides_agreeing_at_once_settle_once(own_database, plan, alice, bob):
    write(plan)
    plan.refresh_from_db()
    together(*(lambda by=by: agree(plan, by=by, changes=plan.changes, at=NOW) for by in (alice, bob) * 2))
    plan.refresh_from_db()
    assert (plan.state, plan.manager) == ("agreed", bob)
    assert json.loads(plan.text)["manager"] == str(bob)


def test_agreeing_and_changing_at_once_never_freezes_what_was_not_read(own_database, plan, alice, bob):
    write(plan)
    sign(plan, alice)
    plan.refresh_from_db()
    together(lambda: agree(plan, by=bob, changes=plan.changes, at=NOW), lambda: write(plan, "Cita"))
    plan.refresh_from_db()
    frozen = json.loads(plan.text)["items"] if plan.agreed_at else []
    assert (plan.state, len(frozen), plan.items.count()) in {("agreed", 1, 1), ("draft", 0, 2)}


def test_plans_begun_at_once_are_one(own_database, alice, bob, office):
    begin = [lambda by=by: begin_plan(person=alice, employer=office, year=2026, by=by, at=NOW) for by in (alice, bob)]
    first, second = together(*begin)
    assert first == second == DevelopmentPlan.objects.get()


def test_a_person_begins_writes_and_agrees(client, alice):
    client.force_login(alice)
    assert "Attīstības plāna 2026. gadam vēl nav." in client.get(PLAN).content.decode()
    client.post(PLAN)
    plan = DevelopmentPlan.objects.get()
    said = {"activity": "Lekcija", "theme": "Krīze", "hours": "7,5", "until": "2026-12-01"}
    assert "Punkts ir saglabāts." in posted(client, "lms:add_plan_item", plan.pk, **said)
    text = posted(client, "lms:agree_to_plan", plan.pk, changes="1")
    assert "Izpildītas 0 no 7,5 stundām." in text
    assert "vēl jāpiekrīt vadītājam" in text


def test_a_course_alone_fills_the_item(client, plan, alice):
    client.force_login(alice)
    course = CoursePageFactory(title="Supervīzija", hours=6)
    posted(client, "lms:add_plan_item", plan.pk, course=str(course.translation_key), until="2026-12-31")
    item = plan.items.get()
    assert (item.activity, item.theme, item.hours) == ("Supervīzija", "Profesionālā pilnveide", 6)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"hours": "1e9"}, "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ({"hours": "0"}, "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ({"hours": "-3"}, "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ({"hours": "7,555"}, "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ({"hours": ""}, "Aizpildiet šo lauku."),
        ({"until": "2026-02-29"}, "Jāievada derīgs datums."),
        ({"until": "2027-01-01"}, "Izvēlieties 2026. gada dienu."),
        ({"activity": "a" * 301}, "300"),
        ({"activity": "a\x00b"}, "Kļūda"),
        ({"course": "nav-tāda"}, "nav-tāda"),
    ],
)
def test_bad_values_are_told_at_their_field(client, plan, alice, wrong, told):
    client.force_login(alice)
    said = {"activity": "Lekcija", "theme": "Krīze", "hours": "7,5", "until": "2026-12-01"} | wrong
    assert told in posted(client, "lms:add_plan_item", plan.pk, **said)
    assert not plan.items.exists()


@pytest.mark.parametrize("changes", ["", "x", "-1", "٣", "9" * 30])
def test_a_forged_agreement_is_refused(client, plan, alice, changes):
    write(plan)
    client.force_login(alice)
    assert "pa šo laiku ir mainīts" in posted(client, "lms:agree_to_plan", plan.pk, changes=changes)


def test_an_item_is_changed_and_removed(client, plan, alice):
    item = write(plan)
    client.force_login(alice)
    assert 'value="7,5"' in client.get(reverse("lms:plan_item", args=[plan.pk, item.pk])).content.decode()
    said = {"activity": "Cita", "theme": "Krīze", "hours": "2", "until": "2026-12-01"}
    posted(client, "lms:plan_item", plan.pk, item.pk, **said)
    assert plan.items.get().activity == "Cita"
    assert "Punkts ir noņemts." in posted(client, "lms:remove_plan_item", plan.pk, item.pk)
    assert not plan.items.exists()
    assert "pa šo laiku ir noņemts" in posted(client, "lms:remove_plan_item", plan.pk, item.pk)


def test_who_has_no_confirmed_workplace_is_told_so(client, db):
    client.force_login(UserFactory())
    assert "darbavieta vēl nav apstiprināta" in client.get(PLAN).content.decode()
    assert "darbavieta vēl nav apstiprināta" in client.post(PLAN, follow=True).content.decode()


def test_a_manager_reaches_the_plan_of_their_staff_only(client, plan, alice, bob, charlie):
    client.force_login(bob)
    assert client.get(reverse("offices:development_plan", args=[alice.pk])).status_code == 200
    assert client.get(reverse("offices:development_plan", args=[charlie.pk])).status_code == 404


def test_another_employers_manager_sees_only_their_own_plan(client, plan, alice, other_office):
    write(plan, "Darbs šeit")
    EmploymentFactory(person=alice, employer=other_office, start=date(2025, 1, 1))
    other = AppointmentFactory(employer=other_office).manager
    client.force_login(other)
    page = client.get(reverse("offices:development_plan", args=[alice.pk]))
    assert ("Darbs šeit" in page.content.decode(), page.context["shelf"].employers) == (False, [other_office])
    assert client.get(reverse("lms:plan_pdf", args=[plan.pk])).status_code == 404
    assert client.get(reverse("lms:add_plan_item", args=[plan.pk])).status_code == 404


def test_a_unit_managers_plan_ends_at_the_unit(client, plan, office):
    client.force_login(AppointmentFactory(employer=EmployerFactory(parent=office)).manager)
    assert client.get(reverse("lms:plan_pdf", args=[plan.pk])).status_code == 404


def test_nobody_else_reaches_a_plan(client, plan, charlie):
    item = write(plan)
    client.force_login(charlie)
    for name, *args in (("lms:remove_plan_item", item.pk), ("lms:plan_item", item.pk), ("lms:agree_to_plan",)):
        assert client.post(reverse(name, args=[plan.pk, *args])).status_code == 404


@pytest.mark.parametrize("query", [{"year": "x"}, {"employer": "-1"}, {"version": "9"}, {"year": "9" * 40}])
def test_bad_queries_never_break_the_page(client, plan, alice, query):
    client.force_login(alice)
    assert client.get(PLAN, query).status_code == 200


def test_versions_stay_readable(client, plan, alice, bob, office):
    write(plan)
    sign(plan, alice, bob)
    begin_plan(person=alice, employer=office, year=2026, by=alice, at=NOW)
    client.force_login(alice)
    old = client.get(PLAN, {"version": "1"}).content.decode()
    assert "Saskaņots 2026. gada 22. novembrī: Alise Ozola un" in old
    assert "2. versija" in old


def test_the_pdf_says_what_was_agreed(client, plan, alice, bob):
    write(plan)
    sign(plan, alice, bob)
    client.force_login(alice)
    response = client.get(reverse("lms:plan_pdf", args=[plan.pk]))
    with pypdfium2.PdfDocument(response.content) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    for words in (
        "Individuālais attīstības plāns",
        "Alise Ozola",
        "Lekcija par krīzi",
        "7,5",
        "01.12.2026",
        "Paraksts",
    ):
        assert words in text
    assert response["Content-Disposition"] == 'inline; filename="attistibas-plans-alise-ozola-2026-1.pdf"'


@pytest.mark.parametrize("name", ["Žółć Иванова", "李明 😀", "<b>#[x] $y$"])
def test_any_name_makes_a_pdf(client, plan, alice, name):
    alice.last_name = name
    alice.save()
    write(plan, activity=name)
    client.force_login(alice)
    assert client.get(reverse("lms:plan_pdf", args=[plan.pk])).content[:5] == b"%PDF-"


def test_the_page_asks_as_much_for_three_items_as_for_one(client, plan, alice):
    client.force_login(alice)
    asked = []
    for number in range(3):
        write(plan, str(number))
        client.get(PLAN)
        with CaptureQueriesContext(connection) as queries:
            client.get(PLAN)
        asked.append(len([query for query in queries if "wagtailcore_" not in query["sql"]]))
    assert asked == [6] * 3
