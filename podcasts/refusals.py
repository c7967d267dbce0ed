"""Why a transcript is refused, in words for its editor."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "encoding": _("The text of the file cannot be read. Save it as UTF-8."),
    "format": _("This is no transcript: WebVTT, SRT or JSON is expected."),
    "json": _("This JSON is no transcript of a podcast."),
    "time": _("Part %(position)s has a time that cannot be read: “%(line)s”."),
    "empty": _("There is not one line with a time in the transcript."),
    "too_many": _("The transcript has more than 20 000 lines: it is not of one episode."),
    "negative": _("Line %(position)s begins before the recording does: a time cannot be negative."),
    "backwards": _("Line %(position)s ends before it begins."),
    "overlapping": _("Line %(position)s begins before line %(before)s has ended: times may not overlap."),
    "beyond": _("Line %(position)s lies beyond the end of the recording (%(end)s)."),
}


def told(error):
    return REASONS[error.reason] % error.where
