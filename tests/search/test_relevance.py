"""What people ask and what they should see first, written from the real content (relevance.txt)."""

import pytest

from tests.search.asked import find, lines

TABLE = lines("relevance.txt")
"""A question, then the first hits in their order, each as kind and title."""

pytestmark = pytest.mark.usefixtures("demo_index")


def test_the_table_is_long_enough():
    assert len(TABLE) >= 120


@pytest.mark.parametrize(("question", "first"), [(row[0], row[1:]) for row in TABLE], ids=[row[0] for row in TABLE])
def test_what_is_asked_for_comes_first(question, first):
    hits = find(question).hits
    assert [f"{hit.kind}: {hit.name}" for hit in hits[: len(first)]] == first
