"""What is told of every kind of page."""

import pytest
from django.apps import apps

from pages.models import BasePage
from search.documents import TELLERS
from search.kinds import KINDS, WEIGHTS
from search.labels import KIND_NAMES
from search.models import Entry
from search.tokens import without_addresses
from tests.search.asked import find


def test_no_kind_of_page_is_forgotten():
    kinds = {model for model in apps.get_models() if issubclass(model, BasePage) and not model._meta.abstract}
    assert set(TELLERS) == kinds


def test_every_kind_has_a_weight_and_a_name():
    assert {teller.kind for teller in TELLERS.values()} == set(KINDS) == set(WEIGHTS) == set(KIND_NAMES)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ziņa, https://lm.gov.lv/lv/jaunums/x un likumi.lv/ta/id/75887", "Ziņa un"),
        ("Nr. 9.2.1.1/15/I/001, 1,2 milj./gadā", "Nr. 9.2.1.1/15/I/001, 1,2 milj./gadā"),
        ("socdarbs@lm.gov.lv, supervizija.lv", "socdarbs@lm.gov.lv, supervizija.lv"),
    ],
)
def test_addresses_of_sources_are_no_words(written, told):
    assert without_addresses(written).strip() == told


@pytest.mark.usefixtures("demo_index")
class TestOfTheDemo:
    def test_everything_public_is_found(self):
        assert find("", kind=[*KINDS]).total == Entry.objects.count() > 200

    def test_no_text_for_editors_is_found(self):
        """„Still to find out” is for them only."""
        assert find("precizēt", kind="term").total == 0

    @pytest.mark.parametrize(
        ("question", "params", "total"),
        [
            ("kind:event", {"year": "2016"}, 4),
            ("kind:topic", {"topic": "jauniesi"}, 1),
            ("kind:course", {"methodology": "kopiena"}, 1),
            ("kind:course", {"audience": "social_worker"}, 9),
            ("kind:page", {"language": "en"}, 5),
            ("kind:article", {"year": ["2016", "2020"]}, 23),
        ],
    )
    def test_facets(self, question, params, total):
        assert find(question, **params).total == total
