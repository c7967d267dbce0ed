"""What a feed says of the show: elements as (name, content, attributes)."""

from django.utils.feedgenerator import rfc2822_date

from .credits import persons
from .items import moment
from .models import EpisodePage

ARTWORK = "fill-1400x1400|format-jpeg"


def elements(show, absolute):
    return [
        ("itunes:author", show.author, {}),
        ("itunes:category", None, {"text": show.category}),
        ("itunes:explicit", "false", {}),
        ("itunes:type", "episodic", {}),
        ("itunes:image", None, {"href": artwork(show, absolute)}),
        ("podcast:guid", show.guid or show.first_guid, {}),
        ("podcast:medium", "podcast", {}),
        *(locked(show) if show.email else ()),
        ("podcast:license", show.license, {"url": show.license_url} if show.license else {}),
        ("podcast:location", show.place, place(show)),
        *persons(show, absolute),
        *trailers(show, absolute),
        *(block() if only_samples(show) else ()),
    ]


def place(show):
    point = show.place_point.removeprefix("geo:")
    return {"geo": f"geo:{point}"} if show.place and point else {}


def artwork(show, absolute):
    return absolute(show.artwork.get_rendition(ARTWORK).url) if show.artwork else ""


def owner(show):
    """Whom apps write to; nobody without an address."""
    return [("itunes:name", show.author, {}), ("itunes:email", show.email, {})] if show.email else []


def locked(show):
    return [("podcast:locked", "yes" if show.stays else "no", {"owner": show.email})]


def trailers(show, absolute):
    dated = show.episodes().heard().filter(kind=EpisodePage.Kind.TRAILER, published_on__isnull=False)
    return [trailer(episode, absolute) for episode in dated.defer_streamfields().defer("transcript")]


def trailer(episode, absolute):
    attributes = {
        "pubdate": rfc2822_date(moment(episode.published_on)),
        "url": absolute(episode.audio.url),
        "length": episode.size,
        "type": episode.media_type,
        "season": episode.season,
    }
    return ("podcast:trailer", episode.title[:128], attributes)


def only_samples(show):
    return not show.episodes().heard().filter(is_sample=False).exists()


def block():
    """Directories list nothing of a show whose sounds are all samples."""
    return [("itunes:block", "yes", {}), ("podcast:block", "yes", {})]


def neighbours(page):
    """(relation, number) of the pages around one, as RFC 5005 calls them."""
    pages = [("first", 1), ("last", page.paginator.num_pages)]
    if page.has_previous():
        pages.append(("previous", page.previous_page_number()))
    if page.has_next():
        pages.append(("next", page.next_page_number()))
    return pages if page.has_other_pages() else []
