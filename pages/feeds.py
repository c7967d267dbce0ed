"""An Atom feed of each section: what was published there last. It carries an ETag as every answer does."""

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

SHOWN = 50


class SectionFeed(Feed):
    feed_type = Atom1Feed
    language = settings.LANGUAGE_CODE

    def get_object(self, request, section):
        """One that is not there, or not for everyone, is not found."""
        sections = Page.objects.live().public().filter(depth=3, locale__language_code=settings.LANGUAGE_CODE)
        return sections.get(slug=section).specific

    def title(self, section):
        return f"{section.title} – {settings.WAGTAIL_SITE_NAME}"

    def subtitle(self, section):
        return section.lead

    def link(self, section):
        return section.full_url

    def items(self, section):
        below = section.get_descendants().live().public().exclude(first_published_at=None)
        return below.order_by("-first_published_at", "-pk").defer_streamfields()[:SHOWN].specific()

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.lead

    def item_link(self, page):
        return page.full_url

    def item_guid(self, page):
        return page.translation_key.urn

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at

    def item_categories(self, page):
        return [page.kind_name]
