"""The seed terms as they lie in the sheet: nothing unverified is shown as true."""

from demo import sheets

TERMS = sheets.read("glossary.toml")["term"]


def test_there_are_all_seed_terms():
    assert len(TERMS) == len({term["title"] for term in TERMS}) == 56


def test_what_is_approved_has_a_definition_and_its_source():
    assert [term["title"] for term in TERMS if term["status"] == "approved" and not term.get("source")] == []
    assert all(term["definition"] for term in TERMS if term["status"] == "approved")


def test_what_is_not_verified_is_provisional_and_says_so():
    unsure = [term for term in TERMS if "source" not in term]
    assert {term["status"] for term in unsure} == {"provisional"}
    assert all(term.get("notes") for term in TERMS if term["status"] == "provisional")


def test_links_lead_to_terms_of_the_sheet():
    titles = {term["title"] for term in TERMS}
    assert {title for term in TERMS for kind in ("broader", "related") for title in term.get(kind, [])} <= titles
