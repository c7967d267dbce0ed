from datetime import date

import pytest

from courses.models import CoursePage
from methodologies.models import GuidelinePage, MethodologyIndexPage, MethodologyPage, Pilot, Programme
from methodologies.templatetags.methodologies import methodology_of
from pages.models import Relation
from tests.factories import CoursePageFactory

pytestmark = pytest.mark.django_db


def add_methodology(number=1, title="Sociālais darbs kopienā", **fields):
    section = MethodologyIndexPage.objects.get()
    return section.add_child(instance=MethodologyPage(number=number, title=title, **fields))


def test_the_section_lists_live_methodologies_by_number(client):
    add_methodology(2, "Otrā metodika")
    add_methodology(1, "Pirmā metodika")
    add_methodology(7, "Metodika 7 (nosaukums jāprecizē)", live=False)
    page = client.get("/metodikas/").content.decode()
    assert page.index("Pirmā metodika") < page.index("Otrā metodika")
    assert "Metodika 7" not in page


def test_the_section_says_how_many_of_nine_are_published(client):
    add_methodology(1)
    add_methodology(2, "Otrā")
    assert "šeit publicētas 2 no tām" in client.get("/metodikas/").content.decode()


def test_a_methodology_shows_its_parts_and_pilots(client):
    methodology = add_methodology()
    Programme.objects.create(
        methodology=methodology, kind="in_person", title="Programma", hours_from=88, hours_to=100, verified=False
    )
    Pilot.objects.create(
        methodology=methodology, title="Pilotprojekts", starts=date(2022, 9, 1), ends=date(2023, 5, 31), hours="92.67"
    )
    page = client.get(methodology.url).content.decode()
    assert "88–100 ak. st." in page
    assert "2022. gada 1. septembris – 2023. gada 31. maijs" in page
    assert "92,67 akadēmiskās stundas" in page
    assert "vēl nav pārbaudīts" in page


def test_a_methodology_shows_what_names_it_as_related(client):
    methodology, other = add_methodology(1), add_methodology(2, "Otrā metodika")
    Relation.objects.create(page=other, related=methodology)
    assert f'href="{other.url}">Otrā metodika' in client.get(methodology.url).content.decode()


def test_what_editors_still_look_for_is_never_shown(client):
    methodology = add_methodology(to_find_out="Pilotprojekta gads")
    assert "Pilotprojekta gads" not in client.get(methodology.url).content.decode()


def test_an_e_learning_programme_leads_to_its_course(client):
    methodology, course = add_methodology(), CoursePageFactory(lessons=0, hours=None)
    Programme.objects.create(methodology=methodology, kind="e_learning", title="E-programma", course=course)
    page = client.get(methodology.url).content.decode()
    assert f'href="{course.url}"' in page
    assert "top; pieteikšanās vēl nav atvērta" in page


def test_a_methodology_outlives_its_deleted_course():
    methodology, course = add_methodology(), CoursePageFactory(lessons=0)
    programme = Programme.objects.create(methodology=methodology, kind="e_learning", title="E", course=course)
    course.delete()
    programme.refresh_from_db()
    assert programme.course is None


def test_guidelines_stand_below_the_methodologies(client):
    section = MethodologyIndexPage.objects.get()
    guideline = section.add_child(instance=GuidelinePage(title="Vadlīnijas kopienai", summary="Īsi."))
    assert f'href="{guideline.url}"' in client.get("/metodikas/").content.decode()
    assert "Īsi." in client.get(guideline.url).content.decode()


def test_a_course_being_written_belongs_to_no_methodology():
    assert not methodology_of(CoursePage())
