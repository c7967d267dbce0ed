import pytest
from django.test import Client

from pages.models import Contribution, ContributorIndexPage, ContributorPage, HomePage, StandardPage
from pages.templatetags.listing import people_of

pytestmark = pytest.mark.django_db


def add_contributor(name, **fields):
    return ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title=name, **fields))


def add_work(title, *contributors, role="author", **fields):
    page = StandardPage(title=title, **fields)
    page.contributions.add(*(Contribution(contributor=one, role=role) for one in contributors))
    return HomePage.objects.get(slug="home").add_child(instance=page)


@pytest.mark.parametrize(
    ("name", "fields", "listed"),
    [
        ("Inita Pauloviča", {}, "Pauloviča, Inita"),
        ("Guna Krēgere-Medne", {}, "Krēgere-Medne, Guna"),
        ("Vita Roga Vailza", {"family_name": "Roga Vailza"}, "Roga Vailza, Vita"),
        ("Centrs „Marta”", {"is_organisation": True}, "Centrs „Marta”"),
        ("Moors", {}, "Moors"),
    ],
)
def test_lists_begin_with_the_family_name(name, fields, listed):
    assert ContributorPage(title=name, **fields).listed_as == listed


def test_the_section_lists_people_in_the_order_of_the_latvian_alphabet():
    for name in ("Oksana Žabko", "Arita Featherstone", "Agnese Cimdiņa", "Maija Čakste"):
        add_contributor(name)
    shown = [one.listed_as for one in ContributorIndexPage.objects.get().contributors()]
    assert shown == ["Cimdiņa, Agnese", "Čakste, Maija", "Featherstone, Arita", "Žabko, Oksana"]


def test_a_contributor_shows_everything_public_of_theirs():
    author = add_contributor("Mārtiņš Moors")
    add_work("Ētisko vērtību aktualitāte", author)
    add_work("Melnraksts", author, live=False)
    add_work("Kāda cita darbs", add_contributor("Cits Autors"))
    assert [work.title for work in author.works()] == ["Ētisko vērtību aktualitāte"]
    assert "Ētisko vērtību aktualitāte</a></h3>" in Client().get(author.url).content.decode()


def test_a_contributor_without_works_says_what_will_be_here():
    assert "Šeit būs darbi." in Client().get(add_contributor("Mārtiņš Moors").url).content.decode()


def test_machines_read_who_it_is():
    page = Client().get(add_contributor("Mārtiņš </script> Moors").url).content.decode()
    assert '"@type": "Person"' in page
    assert "\\u003C/script\\u003E Moors" in page


@pytest.mark.parametrize(("count", "called"), [(1, "runātājs"), (2, "runātāji")])
def test_a_page_calls_one_speaker_and_several_by_their_number(count, called):
    page = add_work("Konference", *(add_contributor(f"Ieva {number}") for number in range(count)), role="speaker")
    assert [(role, len(rows)) for role, rows in people_of(page)] == [(called, count)]


def test_several_of_each_role_have_a_name():
    assert set(Contribution.SEVERAL) == set(Contribution.Role)
