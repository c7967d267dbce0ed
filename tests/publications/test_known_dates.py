import pytest

from publications.known_dates import parts, worded


@pytest.mark.parametrize(
    ("text", "latvian", "english"),
    [
        ("", "", ""),
        ("2016", "2016", "2016"),
        ("2016-09", "2016. gada septembris", "September 2016"),
        ("2023-09-14", "2023. gada 14. septembris", "14 September 2023"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(text, latvian, english):
    assert (worded(text), worded(text, "en")) == (latvian, english)


@pytest.mark.parametrize("text", ["16", "2016-13", "2023-02-29", "2016-9", "2016-09-", "14.09.2023"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        parts(text)
