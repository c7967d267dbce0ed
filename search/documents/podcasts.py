from django.utils.translation import gettext

from podcasts import clock
from podcasts.models import EpisodePage, ShowPage

from .document import Document, Piece
from .fields import rows, texts
from .registry import tells_of

A_PIECE = 60  # seconds


@tells_of(EpisodePage, kind="episode")
def of_episode(page):
    return Document(
        [*texts(page, "summary", "english_title", "body"), *rows(page.chapters, "title"), gettext("podcast")],
        pieces=list(minutes(page)),
        year=page.published_on and page.published_on.year,
        day=page.published_on,
    )


@tells_of(ShowPage, kind="page")
def of_show(page):
    return Document(texts(page, "summary", "author", "body"), names=[page.name])


def minutes(page):
    """What was said, about a minute at a time; each leads to its first moment."""
    said = []
    for cue in page.cues:
        if said and cue.start - said[0].start >= A_PIECE:
            yield minute(page, said)
            said = []
        said.append(cue)
    if said:
        yield minute(page, said)


def minute(page, cues):
    moment = cues[0].second
    return Piece(" ".join(cue.text for cue in cues), f"{page.url}?t={moment}", clock.shown(moment))
