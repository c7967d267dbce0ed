import csv
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from events.models import EventIndexPage, EventPage
from methodologies.models import MethodologyIndexPage, MethodologyPage
from pages.missing import pages_with_gaps
from pages.models import HomePage, StandardPage
from people import groups
from tests.events.archive import add_event
from tests.factories import UserFactory, streamed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    return client


def lines_of(title):
    return next(lines for page, lines in pages_with_gaps() if page.title == title)


def test_empty_fields_lists_and_questions_are_what_is_missing():
    add_event("Viņi ir mēs", place="Rīga", to_find_out="Ieraksts.\n\n Programma. \n")
    assert lines_of("Viņi ir mēs") == [
        "pirmā diena",
        "līdzdalība",
        "programma",
        "ieraksti",
        "materiāli",
        "Ieraksts.",
        "Programma.",
    ]


def test_methodologies_are_asked_about_too():
    page = MethodologyPage(number=7, title="Metodika 7", to_find_out="Nosaukums.", live=False)
    MethodologyIndexPage.objects.get().add_child(instance=page)
    assert lines_of("Metodika 7") == ["Nosaukums."]


@pytest.mark.parametrize(("alt", "lines"), [("Sapulce zālē.", []), ("", ["1 attēls bez alternatīvā teksta"])])
def test_pictures_that_say_nothing_are_told_of_any_page(alt, lines):
    page = StandardPage(title="Par projektu", body=[streamed("figure", image=None, alt=alt, caption="Sapulce")])
    HomePage.objects.get(slug="home").add_child(instance=page)
    assert [line for page, found in pages_with_gaps() if page.title == "Par projektu" for line in found] == lines


def test_an_editor_sees_what_is_missing_and_where_to_write_it(editor):
    event = add_event("Viņi ir mēs")
    page = editor.get(reverse("missing_report")).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[event.pk]) in page
    assert "pirmā diena" in page


def test_the_report_is_filtered_by_kind(editor):
    add_event("Viņi ir mēs")
    MethodologyIndexPage.objects.get().add_child(instance=MethodologyPage(number=7, title="M", to_find_out="Kas?"))
    kind = ContentType.objects.get_for_model(EventPage)
    found = editor.get(reverse("missing_report"), {"content_type": kind.pk}).context["object_list"]
    assert [page.title for page in found] == ["Viņi ir mēs"]
    assert editor.get(reverse("missing_report"), {"content_type": "nav-tada"}).status_code == 200


def test_the_report_is_taken_along(editor):
    add_event("=1+1", slug="formula", to_find_out="Ieraksts.")
    rows = list(csv.reader(StringIO(b"".join(editor.get(reverse("missing_report"), {"export": "csv"})).decode())))
    assert rows[0] == ["Lapa", "Veids", "Adrese", "Vēl jānoskaidro"]
    assert rows[1][1] == "Pasākums"
    assert editor.get(reverse("missing_report"), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize("events", [1, 3])
def test_gaps_cost_the_same_whatever_their_number(events, django_assert_num_queries):
    for number in range(events):
        add_event(f"Pasākums {number}")
    with django_assert_num_queries(GAPS):
        pages_with_gaps()


GAPS = 32


def test_rows_that_no_page_shows_are_told(editor):
    """Of a page that says the wrong year one of two words is found; of no page none."""
    page = EventPage(title="Viņi ir mēs", slug="vini-ir-mes", kind="conference", year=2021)
    EventIndexPage.objects.get().add_child(instance=page)
    answer = editor.get(reverse("unshown_report"), {"export": "csv"})
    rows = {row["Rinda"]: row for row in csv.DictReader(StringIO(b"".join(answer).decode()))}
    assert rows["S127"]["Vārdi, kuru lapā nav"] == "Konference · 2022"
    assert rows["S128"]["Vārdi, kuru lapā nav"] == "Bērns. Pusaudzis. Jaunietis, Konference · 2023"
    assert "S128" in editor.get(reverse("unshown_report")).content.decode()


def test_a_learner_reads_no_reports(client, alice):
    client.force_login(alice)
    for name in ("missing_report", "unshown_report"):
        assert client.get(reverse(name)).status_code in (302, 403)
