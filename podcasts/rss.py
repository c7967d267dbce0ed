"""RSS 2.0 with the words of iTunes and of the podcast namespace (podcastindex.org/namespace/1.0)."""

from django.utils.feedgenerator import Rss201rev2Feed

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"


def add(handler, elements):
    """Elements as (name, content, attributes); those without content and attributes are left out."""
    for name, content, attributes in elements:
        told = {key: str(value) for key, value in attributes.items() if value not in (None, "")}
        if told or content not in (None, ""):
            handler.addQuickElement(name, None if content is None else str(content), told)


class PodcastRss(Rss201rev2Feed):
    """`elements` of the feed and of each item are added as they come; nothing in it depends on the clock."""

    def rss_attributes(self):
        return super().rss_attributes() | {"xmlns:itunes": ITUNES, "xmlns:podcast": PODCAST}

    def latest_post_date(self):
        return self.feed["changed"]

    def add_root_elements(self, handler):
        super().add_root_elements(handler)
        for rel, href in self.feed["pages"]:
            handler.addQuickElement("atom:link", None, {"rel": rel, "href": href})
        if owner := self.feed["owner"]:
            handler.startElement("itunes:owner", {})
            add(handler, owner)
            handler.endElement("itunes:owner")
        add(handler, self.feed["elements"])

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        add(handler, item["elements"])
