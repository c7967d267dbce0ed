from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from .base import BasePage
from .privacy import for_everyone
from .section import SectionPage


class TopicIndexPage(SectionPage):
    """/temas/: all topics."""

    subpage_types = ["pages.TopicPage"]
    template = "pages/topic_index_page.html"

    class Meta:
        verbose_name = _("topics section")
        verbose_name_plural = _("topics sections")

    def topics(self):
        return TopicPage.objects.child_of(self).live().public()


class TopicPage(BasePage):
    """Everything the portal holds on one topic."""

    intro = models.TextField(_("introduction"), blank=True, max_length=600)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.TopicIndexPage"]
    subpage_types = []
    template = "pages/topic_page.html"

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    @property
    def lead(self):
        return self.search_description or self.intro

    def pages(self):
        """What is public on the topic."""
        return Page.objects.live().filter(for_everyone(), subjects__topic=self)


class Subject(Orderable):
    """One topic of one page of any kind."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="subjects")
    topic = models.ForeignKey(TopicPage, models.CASCADE, related_name="+", verbose_name=_("topic"))

    panels = [PageChooserPanel("topic", "pages.TopicPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("topic of a page")
        verbose_name_plural = _("topics of pages")
        constraints = [models.UniqueConstraint(fields=["page", "topic"], name="topic_once_per_page")]

    def __str__(self):
        return self.topic.title
