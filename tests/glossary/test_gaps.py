import pytest

from glossary.gaps import gaps
from glossary.models import TermLink

pytestmark = pytest.mark.django_db
WHOLE = {"english": ["x"], "definition": "Ir.", "definition_source": "lm.gov.lv"}


def test_an_entry_with_everything_is_not_listed(term):
    term(**WHOLE)
    assert gaps() == {}


def test_untranslated_and_undefined_entries_are_listed(term):
    entry = term()
    assert gaps() == {entry.pk: ["nav angļu atbilsmes", "nav skaidrojuma"]}


def test_a_definition_without_its_source_is_listed(term):
    entry = term(**WHOLE | {"definition_source": ""}, to_find_out="Gads")
    assert gaps() == {entry.pk: ["nav skaidrojuma avota", "Gads"]}


def test_circular_entries_are_listed(term):
    first, second = term("sociālais darbs", **WHOLE), term("kopiena", **WHOLE)
    TermLink.objects.create(term=first, other=second)
    TermLink.objects.create(term=second, other=first)
    told = "aplis: pēc plašākajiem terminiem tas ir plašāks pats par sevi"
    assert gaps() == {first.pk: [told], second.pk: [told]}


def test_terms_with_one_stem_and_stop_words_are_listed(term):
    first, second, stop = term("vide", **WHOLE), term("vīza", **WHOLE), term("par", **WHOLE)
    told = "tas pats celms kā „{}”: tos atšķir tikai precīza rakstība"
    assert gaps() == {
        first.pk: [told.format("vīza")],
        second.pk: [told.format("vide")],
        stop.pk: ["katra teikuma vārds: tekstos to neatzīmē"],
    }
