from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from pages.models import ArchivePage


class MemorandumPage(ArchivePage):
    """What municipalities promised, and who joined; whose name is not known is counted only."""

    expected = ["joined", "points", "signatories"]

    joined = models.PositiveSmallIntegerField(
        _("joined"), null=True, blank=True, help_text=_("How many joined by the source; names are listed below.")
    )

    content_panels = [
        *ArchivePage.before_panels,
        InlinePanel("points", heading=_("Points"), label=_("point")),
        FieldPanel("joined"),
        InlinePanel("signatories", heading=_("Signatories"), label=_("signatory")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["stories.CampaignPage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "stories/memorandum_page.html"

    class Meta:
        verbose_name = _("memorandum")
        verbose_name_plural = _("memorandums")

    @cached_property
    def kept_signatories(self):
        return list(self.signatories.all())

    @property
    def unnamed(self):
        """How many joined whose names are not known."""
        return max(0, (self.joined or 0) - len(self.kept_signatories))


class MemorandumPoint(Orderable):
    memorandum = ParentalKey(MemorandumPage, on_delete=models.CASCADE, related_name="points")
    text = models.CharField(_("text"), max_length=300)

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("point")
        verbose_name_plural = _("points")

    def __str__(self):
        return self.text


class Signatory(Orderable):
    memorandum = ParentalKey(MemorandumPage, on_delete=models.CASCADE, related_name="signatories")
    name = models.CharField(_("name"), max_length=200)
    day = models.DateField(_("joined on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("day")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self):
        return self.name
