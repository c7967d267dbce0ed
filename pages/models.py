from django.db import models
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageQuerySet, PageViewRestriction, Site

from .blocks import ReadingBlock

PATH = ExpressionWrapper(OuterRef("path"), output_field=CharField())


def for_everyone():
    """The condition that neither a page nor one above it is private, without a query of its own."""
    return ~Exists(PageViewRestriction.objects.annotate(of=PATH).filter(of__startswith=F("page__path")))


def may_be_private():
    """Whether it must be asked who may see a page: an alias is as private as what it repeats."""
    aliases = Page.objects.filter(alias_of__isnull=False).annotate(of=PATH).filter(of__startswith=F("path"))
    return ~for_everyone() | Exists(aliases)


class BasePageQuerySet(PageQuerySet):
    def public(self):
        return self.filter(for_everyone())

    def with_privacy(self):
        """So that `admits` asks nothing of the database where nothing is private."""
        return self.annotate(may_be_private=may_be_private())


class BasePage(Page):
    """The only page base: every public page of the portal is one of its kinds."""

    may_be_private = True
    """False where finding the page told otherwise."""

    objects = PageManager.from_queryset(BasePageQuerySet)()

    class Meta:
        abstract = True

    @cached_property
    def live_translations(self):
        return list(self.get_translations().live().select_related("locale"))

    @cached_property
    def live_above(self):
        """From the section down; the home page goes without saying."""
        return list(self.get_ancestors().filter(depth__gt=2).live())

    def get_url(self, request=None, current_site=None):
        """Wagtail looks for the visitor's site only to tell it from others."""
        sites = {root.site_id for root in Site.get_site_root_paths()}
        return super().get_url(request, Site(pk=sites.pop()) if len(sites) == 1 else current_site)

    url = property(get_url)

    def get_view_restrictions(self):
        return super().get_view_restrictions() if self.may_be_private else PageViewRestriction.objects.none()

    @property
    def lead(self):
        """What lists and search engines show below the title."""
        return self.search_description

    def admits(self, request):
        """Whether Wagtail would show the page to the visitor: nothing makes it, or a page above it, private to them."""
        return all(restriction.accept_request(request) for restriction in self.get_view_restrictions())


class HomePage(BasePage):
    intro = models.TextField(_("introduction"), blank=True, max_length=400)
    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")


class StandardPage(BasePage):
    """A page of text: about the project, privacy, accessibility, contacts."""

    intro = models.TextField(_("introduction"), blank=True, max_length=600)
    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), FieldPanel("body")]
    parent_page_types = ["pages.HomePage", "pages.StandardPage"]
    subpage_types = ["pages.StandardPage"]
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
