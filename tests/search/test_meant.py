"""Over the vocabulary of the whole demo, as its pages fill it."""

import pytest

from search import learning
from search.actions import index
from search.meant import suggestion
from search.models import Clue, Known
from tests.search.shown import text


@pytest.fixture
def words(db):
    return text("Sociālais darbs", "Supervīzija un sociālais darbs ar jauniešiem Rīgā. GRT un LM, 2023.")


def meant(asked):
    return suggestion(asked, asked.replace('"', " ").split())


def test_what_every_word_is_known_of_is_left(words):
    assert meant("sociālajiem darbiem") is None
    assert meant("supervizijam") is None


@pytest.mark.parametrize(
    ("asked", "mended"),
    [
        ("supervizjia", "Supervīzija"),
        ("socialais drbs", "socialais darbs"),
        ('"socilais darbs" jaunieshiem', '"sociālais darbs" jauniešiem'),
        ("rigaa darbs", "Rīgā darbs"),
    ],
)
def test_unknown_words_are_mended_where_they_stand(words, asked, mended):
    assert meant(asked) == mended


def test_it_is_silent_where_one_word_cannot_be_guessed(words):
    assert meant("drbs qwertzuiop") is None


@pytest.mark.parametrize("asked", ["", "12345", "🙂", "Привет", "x" * 900, "a b c d e f g h i j k l"])
def test_what_is_no_word_is_left(words, asked):
    assert meant(asked) is None


def test_the_vocabulary_follows_what_is_public(words):
    assert Known.objects.filter(written="Rīgā").exists()
    words.unpublish()
    index([words.pk])
    learning.recount()
    assert not Known.objects.exists()
    assert not Clue.objects.exists()


def test_new_words_are_known_at_once(words):
    page = text("Krīze")
    Known.objects.all().delete()
    learning.learn([page.pk])
    assert list(Known.objects.values_list("folded", "written", "times")) == [("krize", "Krīze", 1)]


def test_words_of_the_demo_are_found_again(demo_database):
    learning.recount()
    long = Known.objects.filter(times__gte=3).order_by("folded").values_list("folded", "written")
    wrong = []
    tried = [(folded, written) for folded, written in long if len(folded) >= 9][::10]
    for folded, written in tried:
        mistyped = folded[:4] + folded[5] + folded[4] + folded[6:]
        if mistyped != folded and meant(mistyped) not in (written, None):
            wrong.append((mistyped, written, meant(mistyped)))
    assert len(tried) > 20
    assert wrong == []
