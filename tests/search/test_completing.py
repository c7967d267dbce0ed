import pytest

from search.completing import beginnings, complete
from search.models import Beginning, Entry
from tests.search.shown import term, text


def names(typed, **more):
    return [offer.text for offer in complete(typed, **more)]


def test_a_name_begins_at_each_word_that_says_something():
    assert beginnings("Sociālais darbs ar jauniešiem") == [
        "socialais darbs ar jauniesiem",
        "darbs ar jauniesiem",
        "jauniesiem",
    ]
    assert beginnings("Ar domu") == ["ar domu", "domu"]
    assert beginnings("„…”") == []
    assert [len(one) for one in beginnings("a" * 200)] == [64]


@pytest.mark.django_db
def test_names_are_offered_by_any_of_their_words():
    term("supervīzija")
    text("Sociālais darbs un supervīzija")
    assert names("superv") == ["supervīzija", "Sociālais darbs un supervīzija"]
    assert names("SOCIĀLAIS darb") == ["Sociālais darbs un supervīzija"]
    assert names("darbs-un superv") == ["Sociālais darbs un supervīzija"]


@pytest.mark.django_db
def test_what_is_inside_a_word_is_offered_after():
    term("supervīzija")
    text("Vīzija 2030")
    assert names("vizij") == ["Vīzija 2030", "supervīzija"]


@pytest.mark.django_db
def test_one_letter_offers_nothing():
    term("supervīzija")
    assert [names(typed) for typed in ("", "s", "  s ", "?", "%", "_", "\x00", "🙂")] == [[]] * 8


@pytest.mark.django_db
def test_signs_of_patterns_mean_nothing():
    text("100 % darbs")
    assert names("1%") == []
    assert names("100") == ["100 % darbs"]


@pytest.mark.django_db
def test_only_one_kind_is_offered_where_it_is_asked_for():
    term("supervīzija", english="supervision")
    text("Supervīzija pašvaldībā")
    assert names("superv", kind="term") == ["supervīzija", "supervision"]
    assert names("superv", kind="x") == []


@pytest.mark.django_db
def test_names_follow_their_page():
    page = text("Supervīzija")
    page.title = "Konsultēšana"
    page.save_revision().publish()
    found_again = Entry.objects.filter(page=page)
    assert names("superv") in ([], ["Supervīzija"])
    found_again.delete()
    assert not Beginning.objects.exists()


@pytest.mark.django_db
def test_it_takes_few_questions(django_assert_num_queries):
    for number in range(3):
        text(f"Supervīzija {number}")
    with django_assert_num_queries(3):  # what begins so; words that hold it inside; names of these
        names("vizij")


@pytest.mark.django_db
def test_at_most_eight_are_offered():
    for number in range(10):
        text(f"Supervīzija {number}")
    assert len(names("superv")) == 8
