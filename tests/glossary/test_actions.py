import pytest

from glossary.actions import add_drafts
from glossary.exchange import skos
from glossary.exchange.concept import Concept, Named
from glossary.models import GlossaryPage, TermLink, TermPage
from glossary.published import concepts
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ROOT = "https://socdarbs.example"


def add(*found):
    return add_drafts(found, section=GlossaryPage.objects.get(), by=UserFactory())


def test_imported_terms_are_drafts_with_everything_they_bring():
    (page,) = add(Concept("a", "supervīzija", (Named("en", "preferred", "supervision"),), definition="Veids."))
    page.refresh_from_db()
    assert (page.live, page.slug, page.definition) == (False, "supervizija", "Veids.")
    assert page.get_latest_revision_as_object().english[0].text == "supervision"


def test_links_are_made_to_what_came_along_and_to_what_was_there(term):
    there = term("sociālais darbs")
    first, second = add(
        Concept("a", "kopienas darbs", broader=("Sociālais darbs", "nav tāda"), related=("b",)), Concept("b", "kopiena")
    )
    first.get_latest_revision_as_object().save()
    assert set(TermLink.objects.values_list("term", "kind", "other")) == {
        (first.pk, "broader", there.pk),
        (first.pk, "related", second.pk),
    }


def test_the_public_dictionary_goes_out_and_comes_in_again(term):
    term("sociālais darbs", english=["social work"], latvian=[("abbreviation", "SD")], definition="Darbība.")
    term("kopiena", live=False)
    found = concepts(ROOT)
    content = skos.write(found, scheme=f"{ROOT}/vardnica/", title="Vārdnīca", form="ttl")
    TermPage.objects.first().delete()
    (page,) = add(*skos.read(content, "ttl"))
    page.save_revision().publish()
    (again,) = concepts(ROOT)
    assert [vars(again) | {"key": found[0].key}] == [vars(found[0])]


@pytest.mark.parametrize("title", ["112", "работа", "—"])
def test_a_title_that_makes_no_address_gets_one(title):
    (page,) = add(Concept("a", title))
    assert page.slug.startswith("termins-")
