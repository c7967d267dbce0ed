from django.utils.translation import gettext as _


class Refused(Exception):
    """A file that cannot be read as what it says it is; the message is for the editor."""


def too_large(most):
    return Refused(_("The file is too large: up to %d MB can be read.") % (most // 1024 // 1024))


def too_many(most):
    return Refused(_("There is too much in the file: up to %d concepts can be read.") % most)


def not_readable(what):
    return Refused(_("The file cannot be read as %s.") % what)


def no_concepts():
    return Refused(_("There is no concept with a Latvian name in the file."))
