from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from ..blocks import ReadingBlock
from .base import BasePage


class ArchivePage(BasePage):
    """Something the project made or held: what is known of it, where from, and what is still to be found out.

    A kind names in `expected` the fields an editor should fill; while one is empty the page is in the report of what is
    missing (pages/missing.py). Nothing that is not known is ever guessed.
    """

    expected = []

    summary = models.TextField(_("summary"), max_length=600, blank=True)
    english_title = models.CharField(
        _("title in English"), max_length=255, blank=True, help_text=_("As printed; leave empty if there is none.")
    )
    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))
    to_find_out = models.TextField(
        _("still to find out"), blank=True, help_text=_("For editors only, one a line; never shown to readers.")
    )

    before_panels = [*BasePage.content_panels, FieldPanel("english_title"), FieldPanel("summary")]
    after_panels = [
        FieldPanel("body"),
        InlinePanel("contributions", heading=_("Contributors"), label=_("contributor")),
        InlinePanel("subjects", heading=_("Topics"), label=_("topic")),
        InlinePanel("relations", heading=_("Related pages"), label=_("page")),
        FieldPanel("sources"),
        FieldPanel("to_find_out"),
    ]

    class Meta:
        abstract = True

    @property
    def lead(self):
        return self.search_description or self.summary


class Relation(Orderable):
    """One page names another as related; both show it."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="relations")
    related = models.ForeignKey(Page, models.CASCADE, related_name="named_by", verbose_name=_("related page"))

    panels = [PageChooserPanel("related")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")
        verbose_name_plural = _("related pages")
        constraints = [
            models.UniqueConstraint(fields=["page", "related"], name="related_once"),
            models.CheckConstraint(condition=~models.Q(page=models.F("related")), name="not_related_to_itself"),
        ]

    def __str__(self):
        return self.related.title
