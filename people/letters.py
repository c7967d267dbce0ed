"""A notice in words: what its mail says, and what the portal shows of it."""

from django.template import Context
from django.template.loader import get_template
from django.utils import translation
from django.utils.translation import gettext as _


def subject(notice):
    return " ".join(_written(notice, f"emails/{notice.kind}_subject.txt").split())


def text(notice):
    return _written(notice, f"emails/{notice.kind}.txt")


def stop_line(notice, link):
    with translation.override(notice.language):
        return "\n" + _("To stop such e-mails: %s") % link + "\n"


def _written(notice, template):
    """Mails are plain text: nothing is escaped as HTML."""
    context = Context({"person": notice.person, **notice.context}, autoescape=False)
    with translation.override(notice.language):
        return get_template(template).template.render(context).strip() + "\n"
