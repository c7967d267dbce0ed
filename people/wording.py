"""Numbers, counted words, dates and alphabet as a reader expects them; Latvian unless `lang` says English."""

import re
import unicodedata
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

CENT = Decimal("0.01")
GROUPED_FROM = 10_000
MINUS = "\u2212"
LATVIAN_MARKS = str.maketrans({",": "\u00a0", ".": ","})  # digits are grouped by a no-break space
ALPHABET = "aābcčdeēfgģhiīyjkķlļmnņopqrsštuūvwxzž"
FIRST_LETTER = 0xE000  # letters of the key lie above all other signs, one code point each
LETTERS = {letter: chr(FIRST_LETTER + place) for place, letter in enumerate(ALPHABET)}
HOURS = re.compile(r"[0-9]{1,4}([.,][0-9]{1,2})?")

ENGLISH_MONTHS, MONTHS, IN_MONTHS, TO_MONTHS = zip(
    ("January", "janvāris", "janvārī", "janvārim"),
    ("February", "februāris", "februārī", "februārim"),
    ("March", "marts", "martā", "martam"),
    ("April", "aprīlis", "aprīlī", "aprīlim"),
    ("May", "maijs", "maijā", "maijam"),
    ("June", "jūnijs", "jūnijā", "jūnijam"),
    ("July", "jūlijs", "jūlijā", "jūlijam"),
    ("August", "augusts", "augustā", "augustam"),
    ("September", "septembris", "septembrī", "septembrim"),
    ("October", "oktobris", "oktobrī", "oktobrim"),
    ("November", "novembris", "novembrī", "novembrim"),
    ("December", "decembris", "decembrī", "decembrim"),
    strict=True,
)


def number(value: Decimal | int, lang: str = "lv") -> str:
    """Hours, counts, percentages: up to two decimals and no zeros at their end."""
    return _two_decimals(value, lang).rstrip("0").rstrip(",.")


def money(value: Decimal | int, lang: str = "lv") -> str:
    """Two decimals, none when whole."""
    return _two_decimals(value, lang).removesuffix(".00").removesuffix(",00")


def plural(value: Decimal | int, one: str, many: str, zero: str | None = None, lang: str = "lv") -> str:
    """The form that goes with a number by gettext's Latvian rule; a fraction always takes the plural."""
    shown = abs(_rounded(value))
    if lang == "en":
        return one if shown == 1 else many
    if shown % 10 == 1 and shown % 100 != 11:
        return one
    return many if shown or zero is None else zero


def hours_phrase(value: Decimal | int, lang: str = "lv") -> str:
    if lang == "en":
        return _counted(value, "academic hour", "academic hours", lang=lang)
    return _counted(value, "akadēmiskā stunda", "akadēmiskās stundas", "akadēmisko stundu")


def sessions_phrase(value: Decimal | int, lang: str = "lv") -> str:
    if lang == "en":
        return _counted(value, "supervision session", "supervision sessions", lang=lang)
    return _counted(value, "supervīzijas sesija", "supervīzijas sesijas", "supervīzijas sesiju")


def in_years(value: int, lang: str = "lv") -> str:
    """How long a norm runs: „gadā” when one, „5 gados” when more."""
    if value == 1:
        return "a year" if lang == "en" else "gadā"
    return f"in {value} years" if lang == "en" else _counted(value, "gadā", "gados")


def of_hours(value: Decimal | int, lang: str = "lv") -> str:
    """After „no” Latvian puts the plural in the dative, the singular in the genitive."""
    if lang == "en":
        return "of " + _counted(value, "hour", "hours", lang=lang)
    return "no " + _counted(value, "stundas", "stundām")


def to_staff(value: int, lang: str = "lv") -> str:
    """The dative of „n darbinieki”, as in „Nosūtīt atgādinājumu 5 darbiniekiem”."""
    if lang == "en":
        return "to " + _counted(value, "member of staff", "members of staff", lang=lang)
    return _counted(value, "darbiniekam", "darbiniekiem")


def full_date(day: date, lang: str = "lv") -> str:
    if lang == "en":
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day.year}. gada {day.day}. {MONTHS[day.month - 1]}"


def on_day(day: date, lang: str = "lv") -> str:
    if lang == "en":
        return f"on {day.day} {ENGLISH_MONTHS[day.month - 1]}"
    return f"{day.day}. {IN_MONTHS[day.month - 1]}"


def on_date(day: date, lang: str = "lv") -> str:
    if lang == "en":
        return f"{on_day(day, lang)} {day.year}"
    return f"{day.year}. gada {on_day(day)}"


def days_phrase(first: date, last: date | None = None, lang: str = "lv") -> str:
    """From the first to the last day, without saying twice what they share: „2023. gada 9.–11. augusts”."""
    if not last or last == first:
        return full_date(first, lang)
    if first.year != last.year:
        return f"{full_date(first, lang)} – {full_date(last, lang)}"
    if first.month != last.month:
        if lang == "en":
            return f"{first.day} {ENGLISH_MONTHS[first.month - 1]} – {full_date(last, lang)}"
        return f"{full_date(first)} – {last.day}. {MONTHS[last.month - 1]}"
    if lang == "en":
        return f"{first.day}–{full_date(last, lang)}"
    return f"{first.year}. gada {first.day}.–{last.day}. {MONTHS[last.month - 1]}"


def until_day(day: date, lang: str = "lv") -> str:
    """After „līdz” a date stands in the dative."""
    if lang == "en":
        return f"by {day.day} {ENGLISH_MONTHS[day.month - 1]}"
    return f"līdz {day.day}. {TO_MONTHS[day.month - 1]}"


def clock(moment: time, lang: str = "lv") -> str:
    if lang == "en":
        return f"{moment.hour}:{moment:%M}"
    return f"plkst. {moment.hour}.{moment:%M}"


def years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def sort_key(text: str) -> str:
    """Code points in the order of the Latvian alphabet; foreign accents count as the plain letter."""
    return "".join(map(_place, unicodedata.normalize("NFC", text.casefold())))


def plain_letters(text: str) -> str:
    """Letters without marks, so that „berzina” finds „Bērziņa”."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(mark))


def parse_hours(text: str) -> Decimal:
    """Hours as people write them, „24,5” or „24.5”: more than 0, under 10 000, at most two decimals."""
    typed = text.strip()
    hours = Decimal(typed.replace(",", ".")) if HOURS.fullmatch(typed) else Decimal(0)
    if not hours:
        raise ValueError(f"not an amount of hours: {text!r}")
    return hours


def _rounded(value: Decimal | int) -> Decimal:
    return Decimal(value).quantize(CENT, ROUND_HALF_UP)


def _two_decimals(value: Decimal | int, lang: str) -> str:
    rounded = _rounded(value)
    sign, size = MINUS if rounded < 0 else "", abs(rounded)
    if lang == "en":
        return f"{sign}{size:,}"
    grouped = f"{size:,}" if size >= GROUPED_FROM else f"{size}"
    return sign + grouped.translate(LATVIAN_MARKS)


def _counted(value: Decimal | int, *forms: str, lang: str = "lv") -> str:
    return f"{number(value, lang)} {plural(value, *forms, lang=lang)}"


@lru_cache(maxsize=1000)
def _place(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    return LETTERS.get(letter) or LETTERS.get(plain, letter)
