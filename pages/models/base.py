from types import SimpleNamespace

from django.utils.functional import cached_property
from wagtail.models import Page, PageManager, PageViewRestriction

from .privacy import BasePageQuerySet

ONLY_SITE = SimpleNamespace(id=None)


class BasePage(Page):
    """The only page base: every public page of the portal is one of its kinds."""

    may_be_private = True
    """False where finding the page told otherwise."""

    objects = PageManager.from_queryset(BasePageQuerySet)()

    class Meta:
        abstract = True

    @property
    def lead(self):
        """What lists and search engines show below the title."""
        return self.search_description

    @property
    def kind_name(self):
        """What lists of mixed pages call it: „raksts”, „epizode”."""
        return str(self._meta.verbose_name)

    @property
    def when(self):
        """The day, the year or the number that lists show beside the title; empty if it has none or none is known."""
        return ""

    @property
    def kind_names(self):
        """The same of several: „raksti”, „epizodes”."""
        return str(self._meta.verbose_name_plural)

    @property
    def dated(self):
        """What `when` tells, as it sorts: „2023”, „2023-11-16”, „2023/2”."""
        return self.when

    @cached_property
    def credits(self):
        """Who did what for it; citations and lists of people share the question."""
        return list(self.contributions.select_related("contributor")) if self.pk else []

    @classmethod
    def told(cls):
        """What a page of this kind wants told by the query that reads it: {name: expression} (pages/specifics.py)."""
        return {}

    @classmethod
    def gather(cls, pages):
        """What lists show of several pages of this kind and their own tables do not hold: asked for all at once."""

    def structured_data(self):
        """What search engines are told in the words of schema.org beside name and address, or nothing."""
        return {}

    @cached_property
    def live_translations(self):
        return list(self.get_translations().live().select_related("locale"))

    @cached_property
    def live_above(self):
        """From the section down; the home page goes without saying."""
        return list(self.get_ancestors().filter(depth__gt=2).live())

    def get_url(self, request=None, current_site=None):
        """Wagtail looks for the visitor's site only to tell it from others; a request remembers which there are."""
        sites = {root.site_id for root in self._get_site_root_paths(request)}
        return super().get_url(request, ONLY_SITE if len(sites) == 1 else current_site)

    url = property(get_url)

    def get_view_restrictions(self):
        return super().get_view_restrictions() if self.may_be_private else PageViewRestriction.objects.none()

    def admits(self, request):
        """Whether Wagtail would show the page to the visitor: nothing makes it, or a page above it, private to them."""
        return all(restriction.accept_request(request) for restriction in self.get_view_restrictions())
