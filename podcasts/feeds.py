"""The feed of the podcast: the newest episodes, older ones on further pages (RFC 5005)."""

import hashlib
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.core.cache import caches
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.feedgenerator import Enclosure
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from pages.models import Contribution

from . import channel, items
from .models import EpisodePage, ShowPage
from .rss import PodcastRss

A_PAGE = 100
NEVER = datetime.fromtimestamp(0, UTC)


@login_not_required
@require_safe
def feed(request):
    shows = ShowPage.objects.live().public().filter(locale__language_code=settings.LANGUAGE_CODE)
    show = get_object_or_404(shows.select_related("locale", "artwork"))
    if show.moved_to:
        return HttpResponsePermanentRedirect(show.moved_to)
    answer = ShowFeed(show, request)(request)
    answer["Last-Modified"] = http_date(first_seen(request.build_absolute_uri(), answer.content))
    return answer


def first_seen(address, content):
    """When the feed was first asked for as it is now: that an episode was taken away is a change too."""
    key, digest = f"feed:{hashlib.sha256(address.encode()).hexdigest()}", hashlib.sha256(content).hexdigest()
    kept, since = caches["pages"].get(key, (None, None))
    if kept != digest:
        since = timezone.now().timestamp()
        caches["pages"].set(key, (digest, since), None)
    return since


def listed(show):
    """The episodes with a sound, by id alone: thousands are put in order before a page of them is read."""
    return show.episodes().heard().values_list("pk", flat=True)


def told(page):
    """The episodes of a page with all that an item tells of them, in its order."""
    people = Prefetch("contributions", Contribution.objects.select_related("contributor__locale"))
    episodes = EpisodePage.objects.select_related("locale").prefetch_related(people, "chapters", "soundbites")
    found = episodes.defer_streamfields().in_bulk(list(page))
    return [found[pk] for pk in page]


class ShowFeed(Feed):
    feed_type = PodcastRss
    item_guid_is_permalink = False

    def __init__(self, show, request):
        self.show, self.request, self.absolute = show, request, request.build_absolute_uri
        self.page = Paginator(listed(show), A_PAGE).get_page(request.GET.get("page"))
        self.episodes = told(self.page)

    def items(self):
        return self.episodes

    def title(self):
        return self.show.called

    def description(self):
        return self.show.lead or self.show.called

    def link(self):
        return self.show.get_full_url(self.request)

    @property
    def language(self):
        return self.show.locale.language_code

    def feed_url(self):
        return self.page_url(self.page.number)

    def page_url(self, number):
        return self.absolute(self.request.path + (f"?page={number}" if number > 1 else ""))

    def feed_extra_kwargs(self, obj):
        return {
            "changed": max(page.last_published_at or NEVER for page in [self.show, *self.episodes]),
            "pages": [(rel, self.page_url(number)) for rel, number in channel.neighbours(self.page)],
            "owner": channel.owner(self.show),
            "elements": channel.elements(self.show, self.absolute),
        }

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return items.description(item)

    def item_link(self, item):
        return item.get_full_url(self.request)

    def item_guid(self, item):
        return str(item.translation_key)

    def item_pubdate(self, item):
        return item.published_on and items.moment(item.published_on)

    def item_enclosures(self, item):
        return [Enclosure(self.absolute(item.audio.url), str(item.size), item.media_type)]

    def item_extra_kwargs(self, item):
        return {"elements": items.elements(item, self.absolute)}
