"""The answer that „Mans gads” gives as its headline, in whole sentences."""

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from people.wording import hours_phrase, number, of_hours, plural


def answer(balance, *, running):
    """Two sentences: what a year has credited, and what that means for its norm."""
    return f"{earned(balance, running=running)} {meaning(balance, running=running)}".strip()


def earned(balance, *, running):
    if not (balance.required or balance.towards):
        return _("No hours are credited yet.") if running else _("No hours are credited.")
    if not balance.required:
        return credited(balance.towards)
    one, many = pgettext("one", "%(earned)s %(of)s earned."), pgettext("many", "%(earned)s %(of)s earned.")
    words = {"earned": number(balance.towards, lang()), "of": of_hours(balance.required, lang())}
    return plural(balance.towards, one, many, lang=lang()) % words


def credited(hours):
    one, many = pgettext("one", "%s credited."), pgettext("many", "%s credited.")
    return plural(hours, one, many, lang=lang()) % hours_phrase(hours, lang())


def meaning(balance, *, running):
    if balance.left:
        return _("You no longer worked at the end of the year, so no norm is due.")
    if not balance.required:
        return ""
    if balance.missing:
        words = _("By 31 December %s more.") if running else _("%s short of the norm.")
        return words % number(balance.missing, lang())
    above = balance.towards - balance.required
    return _("The norm is met; %s above it.") % number(above, lang()) if above else _("The norm is met.")


def fulfilled(done, hours):
    """What of a development plan is done."""
    one, many = (
        pgettext("one", "%(done)s %(of)s of the plan done."),
        pgettext("many", "%(done)s %(of)s of the plan done."),
    )
    return plural(done, one, many, lang=lang()) % {"done": number(done, lang()), "of": of_hours(hours, lang())}


def sessions(balance):
    """Supervision stands beside training and is never added to it."""
    said = _sessions(balance)
    if not balance.pending:
        return said
    return _("%(sessions)s; waiting for approval: %(pending)s") % {
        "sessions": said,
        "pending": number(balance.pending, lang()),
    }


def _sessions(balance):
    done = number(balance.towards, lang())
    if balance.required:
        one, many = _("Supervision: %(done)s of %(needed)s session"), _("Supervision: %(done)s of %(needed)s sessions")
        words = {"done": done, "needed": number(balance.required, lang())}
        return plural(balance.required, one, many, lang=lang()) % words
    return _("Supervision sessions: %s") % done if balance.earned or balance.pending else ""


def lang():
    return "en" if get_language() == "en" else "lv"
