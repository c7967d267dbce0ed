from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.models import BasePage

from .book import BookPage
from .periodical import PeriodicalPage


class PublicationIndexPage(BasePage):
    """/izdevumi/: the periodical and the books."""

    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["publications.PeriodicalPage", "publications.BookPage"]
    max_count_per_parent = 1
    template = "publications/publication_index_page.html"

    class Meta:
        verbose_name = _("publications section")
        verbose_name_plural = _("publications sections")

    def periodicals(self):
        return PeriodicalPage.objects.child_of(self).live().public()

    def books(self):
        return BookPage.objects.child_of(self).live().public().order_by("path")
