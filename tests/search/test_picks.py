import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import PageViewRestriction

from search.asking import asked
from search.picks import Pick, picks
from tests.search.shown import text

pytestmark = pytest.mark.django_db


def recommend(words, page=None, **fields):
    return SearchPromotion.objects.create(query=Query.get(words), page=page, **fields)


def found(typed):
    return picks(asked(typed, {}))


def test_a_pick_answers_its_words_in_any_form_and_order():
    recommend("pabalsts ģimenei", text("Palīdzība"), description="Kur prasīt.")
    for typed in ("pabalsti ģimenēm", "gimenei pabalstu", "PABALSTS un ĢIMENE"):
        assert found(typed) == [Pick("Palīdzība", "/palidziba/", "Kur prasīt.")]
    assert found("pabalsts") == found("pabalsts ģimenei krīzē") == found("") == []


def test_a_pick_may_lead_elsewhere():
    recommend("pabalsts", external_link_url="https://lm.gov.lv/", external_link_text="Ministrija")
    assert found("pabalsti") == [Pick("Ministrija", "https://lm.gov.lv/", "")]


def test_a_change_shows_at_once():
    assert found("pabalsts") == []
    pick = recommend("pabalsts", text("Palīdzība"))
    assert len(found("pabalsts")) == 1
    pick.delete()
    assert found("pabalsts") == []


def test_what_is_not_for_everyone_is_not_recommended():
    private, draft = text("Privāta"), text("Melnraksts")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    draft.unpublish()
    for page in (private, draft):
        recommend("pabalsts", page)
    assert found("pabalsts") == []


def test_picks_stand_above_what_is_found(client):
    recommend("pabalsts", text("Palīdzība"))
    shown = client.get("/meklet/?q=pabalsti").content.decode()
    assert shown.index("Redakcija iesaka") < shown.index('href="/palidziba/"')


def test_picks_cost_a_question_only_where_there_are_some(django_assert_num_queries):
    recommend("pabalsts", text("Palīdzība"))
    found("x")
    with django_assert_num_queries(0):
        found("darbs")
    with django_assert_num_queries(1):
        found("pabalsts")


def test_how_often_picks_are_seen_is_not_counted_so_not_shown(admin_client):
    recommend("pabalsts", text("Palīdzība"))
    for address in ("/cms/searchpicks/", "/cms/searchpicks/results/"):
        shown = admin_client.get(address).content.decode()
        assert ("pabalsts" in shown, "Skatījumi" in shown, ">0<" in shown) == (True, False, False)
