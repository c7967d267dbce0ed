from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .base import BasePage


class SectionPage(BasePage):
    """A section below the home page, one of its kind: it says what is in it and lists its pages."""

    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    max_count_per_parent = 1

    class Meta:
        abstract = True

    @property
    def lead(self):
        return self.search_description or self.intro
