"""The words of people/wording.py in the language of the page; nothing for nothing."""

from django import template
from django.utils.translation import get_language

from people import wording

register = template.Library()


def _filter(name, write):
    def worded(value):
        return "" if value in (None, "") else write(value, lang=_language())

    register.filter(name, worded, expects_localtime=True)


def _language():
    return "en" if (get_language() or "").startswith("en") else "lv"


_filter("number", wording.number)
_filter("hours", wording.number)
_filter("money", wording.money)
_filter("hours_words", wording.hours_phrase)
_filter("sessions_words", wording.sessions_phrase)
_filter("of_hours", wording.of_hours)
_filter("to_staff", wording.to_staff)
_filter("day", wording.full_date)
_filter("on_day", wording.on_day)
_filter("on_date", wording.on_date)
_filter("until_day", wording.until_day)
_filter("clock", wording.clock)
register.filter("years", wording.years)
