from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance import canonical
from compliance.models import Kind

FIELDS = (
    "person", "sequence", "entry", "reverses", "corrects", "kind", "unit", "amount", "legal_date", "year",
    "source", "source_key", "source_version", "title", "provider", "evidence", "reason", "recorded_by",
    "recorded_at", "funding",
)  # fmt: skip
FACTS = (
    7, 1, "original", None, None, "training", "academic_hours", Decimal("4.5"), date(2026, 5, 31), 2026,
    "course", "course-1", "v1", "Supervīzijas „saņemšana”", "Socdarbs", "", "", None,
    datetime(2026, 6, 1, 9, 0, tzinfo=UTC), "",
)  # fmt: skip
TEXT = (
    '{"amount":"4.50","corrects":null,"entry":"original","evidence":"","format":1,"kind":"training",'
    '"legal_date":"2026-05-31","person":7,"provider":"Socdarbs","reason":"",'
    '"recorded_at":"2026-06-01T09:00:00.000000+00:00","recorded_by":null,"reverses":null,"sequence":1,'
    '"source":"course","source_key":"course-1","source_version":"v1","title":"Supervīzijas „saņemšana”",'
    '"unit":"academic_hours","year":2026}'
)


def test_text_of_format_1_never_changes():
    assert canonical.entry_text(FACTS, 1) == TEXT
    assert canonical.format_of(TEXT) == 1
    assert canonical.link("", TEXT) == "06e30588077033b6de29e77efe4010c7e71fcbafbdac4c522d433b7b1bc28e9f"


def test_format_2_says_who_paid():
    text = canonical.entry_text((*FACTS[:-1], "employer"))
    assert text == TEXT.replace('"format":1,', '"format":2,"funding":"employer",')
    assert canonical.format_of(text) == 2


def test_format_1_has_no_room_for_who_paid():
    assert canonical.entry_text((*FACTS[:-1], "employer"), 1) != TEXT


def test_words_of_a_title_do_not_pass_for_the_format():
    text = canonical.entry_text((*FACTS[:13], ',"format":1,', *FACTS[14:]))
    assert canonical.format_of(text) == 2


def test_same_moment_and_amount_make_the_same_text():
    riga = timezone(timedelta(hours=3))
    same = (*FACTS[:7], Decimal("4.500"), *FACTS[8:-2], datetime(2026, 6, 1, 12, 0, tzinfo=riga), "")
    assert canonical.entry_text(same, 1) == TEXT


def test_what_sqlite_keeps_makes_the_same_text():
    as_stored = (*FACTS[:7], 4.5, f"{FACTS[8]}", *FACTS[9:-2], "2026-06-01 09:00:00", "")
    assert canonical.entry_text(as_stored, 1) == TEXT


def test_fact_without_a_canonical_form_is_refused():
    with pytest.raises(TypeError, match="canonical"):
        canonical.written({"amount": {4}})
    with pytest.raises(ValueError, match="expected 20"):
        canonical.entry_text(FACTS[:-1])


words = st.text(st.characters(codec="utf-8"))
numbers = st.integers(1, 2**40)
amounts = st.decimals("-9999", "9999", places=2)
moments = st.datetimes(datetime(1990, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - the strategy adds the zone
facts = st.tuples(
    numbers, numbers, words, st.none() | numbers, st.none() | numbers, st.sampled_from(Kind), words, amounts,
    st.dates(), numbers, words, words, words, words, words, words, words, st.none() | numbers, moments, words,
)  # fmt: skip


@given(facts)
def test_an_entry_is_written_as_any_other_facts(facts):
    named = dict(zip(FIELDS, facts, strict=True))
    assert canonical.entry_text(facts) == canonical.written({"format": 2, **named})


texts = st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=8)


def chain(texts):
    hashes = [""]
    for text in texts:
        hashes.append(canonical.link(hashes[-1], text))
    return hashes[1:]


@given(texts, st.data())
def test_changing_one_text_changes_every_hash_from_there_on(texts, data):
    place = data.draw(st.integers(0, len(texts) - 1))
    changed = [*texts[:place], texts[place] + "!", *texts[place + 1 :]]
    before, after = chain(texts), chain(changed)
    assert before[:place] == after[:place]
    assert all(one != other for one, other in zip(before[place:], after[place:], strict=True))


@given(texts, st.data())
def test_leaving_out_or_swapping_entries_breaks_the_chain(texts, data):
    place = data.draw(st.integers(0, len(texts) - 1))
    assert chain(texts[:place] + texts[place + 1 :])[-1:] != chain(texts)[-1:]
