"""What a feed says of an episode: elements as (name, content, attributes)."""

from datetime import datetime, time

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from .credits import persons
from .models import Chapter

NOON = time(12)  # only the day is known
WITH_TIMES = {"vtt", "srt"}


def moment(day):
    return timezone.make_aware(datetime.combine(day, NOON))


def description(episode):
    told = [_("A sample, not the recording of the episode.")] if episode.is_sample else []
    return " ".join([*told, episode.lead or episode.title])


def elements(episode, absolute):
    return [
        ("itunes:title", episode.title, {}),
        ("itunes:duration", episode.duration, {}),
        ("itunes:episodeType", episode.kind, {}),
        ("itunes:season", episode.season, {}),
        ("itunes:episode", episode.number, {}),
        ("itunes:explicit", "false", {}),
        ("itunes:block", "yes" if episode.is_sample else None, {}),
        *numbers(episode),
        *persons(episode, absolute),
        *transcripts(episode, absolute),
        *chapters(episode, absolute),
        *soundbites(episode),
    ]


def numbers(episode):
    name = {"name": _("season %(number)s") % {"number": episode.season}} if episode.season else {}
    return [("podcast:season", episode.season, name), ("podcast:episode", episode.number, {})]


def transcripts(episode, absolute):
    language = episode.locale.language_code
    for form, media_type, address in episode.transcript_addresses():
        rel = "captions" if form in WITH_TIMES else ""
        told = {"url": absolute(address), "type": media_type, "language": language, "rel": rel}
        yield ("podcast:transcript", None, told)


def chapters(episode, absolute):
    if episode.chapters.all():
        address = reverse("podcasts:chapters", kwargs={"pk": episode.pk})
        yield ("podcast:chapters", None, {"url": absolute(address), "type": Chapter.MEDIA_TYPE})


def soundbites(episode):
    return [
        ("podcast:soundbite", bite.title, {"startTime": bite.start, "duration": bite.seconds})
        for bite in episode.soundbites.all()
    ]
