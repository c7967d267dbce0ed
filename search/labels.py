"""What kinds are called."""

from django.utils.translation import gettext_lazy as _

KIND_NAMES = {
    "term": _("term"),
    "course": _("course"),
    "methodology": _("methodology"),
    "topic": _("topic"),
    "guideline": _("guidelines"),
    "study": _("study"),
    "publication": _("publication"),
    "article": _("article"),
    "episode": _("episode"),
    "event": _("event"),
    "story": _("story"),
    "page": _("page"),
    "lesson": _("lesson"),
    "contributor": _("contributor"),
}


def kind_name(kind):
    return str(KIND_NAMES[kind])
