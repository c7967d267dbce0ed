import random
from datetime import UTC, date, datetime, time
from decimal import Decimal
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.translation import ngettext, override
from hypothesis import given
from hypothesis import strategies as st

from people import territory
from people.wording import (
    ALPHABET,
    clock,
    days_phrase,
    full_date,
    hours_phrase,
    in_years,
    money,
    number,
    of_hours,
    on_date,
    on_day,
    parse_hours,
    plural,
    sessions_phrase,
    sort_key,
    to_staff,
    until_day,
    years,
)

NOVEMBER_22 = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue():
    """Our compiled Latvian: msgid → text, and (msgid, form) → text for what is counted."""
    with (Path(settings.LOCALE_PATHS[0]) / "lv/LC_MESSAGES/django.mo").open("rb") as compiled:
        return GNUTranslations(compiled)._catalog


def counted_in(catalogue):
    return {key[0] for key in catalogue if isinstance(key, tuple)}


def rendered(text, language="lv", **context):
    with override(language):
        return Template("{% load wording %}" + text).render(Context(context))


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (Decimal("17.50"), "17,5", "17.5"),
        (Decimal("92.67"), "92,67", "92.67"),
        (Decimal("24.00"), "24", "24"),
        (0, "0", "0"),
        (100, "100", "100"),
        (9999, "9999", "9,999"),
        (10000, "10\u00a0000", "10,000"),
        (Decimal("1234567.891"), "1\u00a0234\u00a0567,89", "1,234,567.89"),
        (Decimal("-7.5"), "\u22127,5", "\u22127.5"),
        (Decimal("-0.001"), "0", "0"),
        (Decimal("0.125"), "0,13", "0.13"),
    ],
)
def test_number_has_up_to_two_decimals_and_groups_from_five_digits(value, latvian, english):
    assert (number(value), number(value, lang="en")) == (latvian, english)


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (Decimal("1250.5"), "1250,50", "1,250.50"),
        (Decimal("12500.5"), "12\u00a0500,50", "12,500.50"),
        (Decimal("30.00"), "30", "30"),
        (Decimal("1000.00"), "1000", "1,000"),
    ],
)
def test_money_has_two_decimals_or_none(value, latvian, english):
    assert (money(value), money(value, lang="en")) == (latvian, english)


@given(st.decimals(min_value="0.01", max_value="9999.99", places=2))
def test_hours_read_back_what_number_writes(hours):
    assert parse_hours(number(hours)) == hours


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (1, "stunda"),
        (21, "stunda"),
        (101, "stunda"),
        (0, "stundu"),
        (2, "stundas"),
        (10, "stundas"),
        (11, "stundas"),
        (20, "stundas"),
        (111, "stundas"),
        (Decimal("2.1"), "stundas"),
        (Decimal("0.5"), "stundas"),
        (Decimal("20.67"), "stundas"),
        (Decimal("21.00"), "stunda"),
        (Decimal("20.999"), "stunda"),
    ],
)
def test_plural_is_gettexts_and_fractions_take_the_plural(value, form):
    assert plural(value, "stunda", "stundas", "stundu") == form


def test_plural_without_a_form_for_zero_uses_the_plural():
    assert plural(0, "stundas", "stundām") == "stundām"


@given(st.integers(min_value=0, max_value=10**6))
def test_plural_of_whole_numbers_does_not_depend_on_their_type(count):
    forms = "stunda", "stundas", "stundu"

    assert plural(count, *forms) == plural(Decimal(count).quantize(Decimal("0.01")), *forms)


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (21, "21 akadēmiskā stunda", "21 academic hours"),
        (24, "24 akadēmiskās stundas", "24 academic hours"),
        (0, "0 akadēmisko stundu", "0 academic hours"),
        (1, "1 akadēmiskā stunda", "1 academic hour"),
        (Decimal("92.67"), "92,67 akadēmiskās stundas", "92.67 academic hours"),
    ],
)
def test_hours_phrase(value, latvian, english):
    assert (hours_phrase(value), hours_phrase(value, lang="en")) == (latvian, english)


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (24, "no 24 stundām", "of 24 hours"),
        (21, "no 21 stundas", "of 21 hours"),
        (11, "no 11 stundām", "of 11 hours"),
        (0, "no 0 stundām", "of 0 hours"),
        (1, "no 1 stundas", "of 1 hour"),
        (Decimal("12.5"), "no 12,5 stundām", "of 12.5 hours"),
    ],
)
def test_of_hours(value, latvian, english):
    assert (of_hours(value), of_hours(value, lang="en")) == (latvian, english)


def test_staff_in_the_dative():
    assert [to_staff(count) for count in (1, 11, 21, 22)] == [
        "1 darbiniekam",
        "11 darbiniekiem",
        "21 darbiniekam",
        "22 darbiniekiem",
    ]
    assert to_staff(1, lang="en") == "to 1 member of staff"


def test_dates_in_both_languages():
    assert full_date(NOVEMBER_22) == "2026. gada 22. novembris"
    assert on_day(NOVEMBER_22) == "22. novembrī"
    assert on_date(NOVEMBER_22) == "2026. gada 22. novembrī"
    assert full_date(NOVEMBER_22, lang="en") == "22 November 2026"
    assert on_day(NOVEMBER_22, lang="en") == "on 22 November"
    assert on_date(NOVEMBER_22, lang="en") == "on 22 November 2026"


def test_every_month_has_its_locative():
    months = [on_day(date(2026, month, 1)).removeprefix("1. ") for month in range(1, 13)]

    assert " ".join(months) == (
        "janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī"
    )


def test_every_month_has_its_dative_after_until():
    months = [until_day(date(2026, month, 1)).removeprefix("līdz 1. ") for month in range(1, 13)]

    assert " ".join(months) == (
        "janvārim februārim martam aprīlim maijam jūnijam jūlijam augustam septembrim oktobrim novembrim decembrim"
    )
    assert until_day(NOVEMBER_22, lang="en") == "by 22 November"


@pytest.mark.parametrize(("language", "form"), [("lv", r"Y. \g\a\d\a j. F"), ("en", "j F Y")])
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_named_as_django_names_them(month, language, form):
    day = date(2026, month, 9)

    with override(language):
        assert full_date(day, lang=language) == date_format(day, form)


def test_times_and_years():
    assert clock(time(14, 30)) == "plkst. 14.30"
    assert clock(time(9, 5)) == "plkst. 9.05"
    assert clock(time(9, 5), lang="en") == "9:05"
    assert years(2015, 2023) == "2015–2023"
    assert years(2023, 2023) == "2023"


def test_sorting_follows_the_latvian_alphabet():
    words = [
        "abats",
        "azote",
        "ābele",
        "Cēsis",
        "čaka",
        "iela",
        "izeja",
        "īre",
        "ylang",
        "jūra",
        "Zane",
        "žurka",
    ]
    shuffled = random.Random(3).sample(words, len(words))

    assert sorted(shuffled, key=sort_key) == words


def test_sorting_gives_the_official_order_of_municipalities():
    path = Path(territory.__file__).parent / "data" / "municipalities.csv"
    rows = territory.read_municipalities(path.read_text("utf-8").splitlines())
    novadi = [one for one in rows if one.kind == "novads" and one.atvk.endswith("0")]
    by_code = [one.name for one in sorted(novadi, key=lambda one: one.atvk)]

    assert sorted(by_code, key=sort_key) == by_code
    assert len(by_code) == 36


@given(st.text(alphabet=ALPHABET + "é –1„"))
def test_sorting_does_not_see_case(text):
    assert sort_key(text.upper()) == sort_key(text)


@pytest.mark.parametrize(
    ("first", "second"),
    [("2. kurss", "a"), ("„A”", "a"), ("Anna B", "Annai"), ("Rend", "René"), ("René", "Renf")],
)
def test_sorting_puts_signs_before_letters_and_foreign_accents_with_their_letter(first, second):
    assert sort_key(first) < sort_key(second)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("24,5", "24.5"),
        ("24.5", "24.5"),
        (" 7 ", "7"),
        ("0,25", "0.25"),
        ("92,67", "92.67"),
        ("9999,99", "9999.99"),
    ],
)
def test_parse_hours_takes_comma_and_point(text, hours):
    assert parse_hours(text) == Decimal(hours)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-5",
        "+5",
        "0",
        "0,00",
        "NaN",
        "inf",
        "1,234",
        "1,",
        ",5",
        "1e3",
        "1 000",
        "1,2,3",
        "24h",
        "10000",
        "٣",
    ],
)
def test_parse_hours_refuses_what_is_not_an_amount(text):
    with pytest.raises(ValueError, match="not an amount of hours"):
        parse_hours(text)


@given(st.text())
def test_parse_hours_answers_or_raises_value_error(text):
    try:
        hours = parse_hours(text)
    except ValueError:
        return
    assert 0 < hours < 10000


def test_filters_write_in_the_language_of_the_page():
    text = "{{ n|hours }} · {{ n|hours_words }} · {{ n|of_hours }} · {{ d|day }} · {{ d|on_day }} · {{ d|on_date }}"

    assert rendered(text, n=Decimal("17.50"), d=NOVEMBER_22) == (
        "17,5 · 17,5 akadēmiskās stundas · no 17,5 stundām · 2026. gada 22. novembris · 22. novembrī · 2026. gada 22. novembrī"
    )
    assert rendered(text, "en", n=Decimal("17.50"), d=NOVEMBER_22) == (
        "17.5 · 17.5 academic hours · of 17.5 hours · 22 November 2026 · on 22 November · on 22 November 2026"
    )


def test_filters_of_counts_money_and_years():
    text = "{{ n|number }} · {{ n|money }} · {{ staff|to_staff }} · {{ first|years:last }}"

    assert rendered(text, n=Decimal("12500.5"), staff=21, first=2015, last=2023) == (
        "12\u00a0500,5 · 12\u00a0500,50 · 21 darbiniekam · 2015–2023"
    )


def test_filters_write_nothing_for_nothing():
    assert rendered("[{{ x|hours }}{{ x|hours_words }}{{ x|day }}{{ missing|clock }}]", x=None) == "[]"


def test_filters_show_the_day_and_time_of_riga():
    new_year = datetime(2026, 12, 31, 22, 5, tzinfo=UTC)

    with timezone.override("Europe/Riga"):
        assert rendered("{{ at|day }}, {{ at|clock }}", at=new_year) == "2027. gada 1. janvāris, plkst. 0.05"


def test_everything_counted_has_three_latvian_forms(catalogue):
    counted = counted_in(catalogue)

    assert counted
    assert [msgid for msgid in counted if not all(catalogue.get((msgid, form)) for form in range(3))] == []


@pytest.mark.parametrize(("count", "form"), [(1, 0), (21, 0), (101, 0), (2, 1), (10, 1), (11, 1), (111, 1), (0, 2)])
def test_django_counts_with_gettexts_latvian_forms(catalogue, count, form):
    counted = counted_in(catalogue)

    with override("lv"):
        assert {msgid: ngettext(msgid, msgid, count) for msgid in counted} == {
            msgid: catalogue[msgid, form] for msgid in counted
        }


@pytest.mark.parametrize(
    ("value", "latvian", "english"),
    [
        (0, "0 supervīzijas sesiju", "0 supervision sessions"),
        (1, "1 supervīzijas sesija", "1 supervision session"),
        (10, "10 supervīzijas sesijas", "10 supervision sessions"),
        (21, "21 supervīzijas sesija", "21 supervision sessions"),
    ],
)
def test_sessions_are_counted(value, latvian, english):
    assert (sessions_phrase(value), sessions_phrase(value, "en")) == (latvian, english)


@pytest.mark.parametrize(("years", "latvian", "english"), [(1, "gadā", "a year"), (5, "5 gados", "in 5 years")])
def test_period_of_a_norm(years, latvian, english):
    assert (in_years(years), in_years(years, "en")) == (latvian, english)


@pytest.mark.parametrize(
    ("first", "last", "lang", "said"),
    [
        (date(2023, 8, 9), date(2023, 8, 11), "lv", "2023. gada 9.–11. augusts"),
        (date(2015, 10, 14), date(2015, 11, 11), "lv", "2015. gada 14. oktobris – 11. novembris"),
        (date(2022, 12, 30), date(2023, 1, 2), "lv", "2022. gada 30. decembris – 2023. gada 2. janvāris"),
        (date(2022, 3, 25), None, "lv", "2022. gada 25. marts"),
        (date(2022, 3, 25), date(2022, 3, 25), "lv", "2022. gada 25. marts"),
        (date(2023, 8, 9), date(2023, 8, 11), "en", "9–11 August 2023"),
        (date(2015, 10, 14), date(2015, 11, 11), "en", "14 October – 11 November 2015"),
    ],
)
def test_days_do_not_say_twice_what_they_share(first, last, lang, said):
    assert days_phrase(first, last, lang) == said
