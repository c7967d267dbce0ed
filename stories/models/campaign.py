from decimal import Decimal

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from pages.models import ArchivePage, for_everyone
from pages.specifics import joined
from people.wording import full_date, sort_key

from ..figures import percent

LAST_MARK = Decimal("99.2")  # a mark at the very end would lie outside


class CampaignPage(ArchivePage):
    """/celamies-kopa/: what the campaign reached, its stories and its memorandum."""

    content_panels = [
        *ArchivePage.before_panels,
        InlinePanel("targets", heading=_("Targets"), label=_("target")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["stories.StoryPage", "stories.MemorandumPage"]
    max_count_per_parent = 1
    template = "stories/campaign_page.html"

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")

    def get_context(self, request, *args, **kwargs):
        below = self.children()
        stories = [page for page in below if isinstance(page, StoryPage)]
        return super().get_context(request, *args, **kwargs) | {
            "stories": sorted(stories, key=lambda story: (story.kind, sort_key(story.title))),
            "others": [page for page in below if page not in stories],
        }

    def children(self):
        """The public stories and the memorandum."""
        below = self.get_children().live().filter(for_everyone())
        return joined(below, *self.allowed_subpage_models()) if self.pk else []


class Target(Orderable):
    """What the campaign promised of something and what it reached."""

    campaign = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="targets")
    label = models.CharField(_("what"), max_length=200)
    target = models.PositiveIntegerField(_("target"))
    achieved = models.PositiveIntegerField(_("achieved"), null=True, blank=True)

    panels = [FieldPanel("label"), FieldRowPanel([FieldPanel("target"), FieldPanel("achieved")])]

    class Meta(Orderable.Meta):
        verbose_name = _("target")
        verbose_name_plural = _("targets")

    def __str__(self):
        return self.label

    @property
    def share(self):
        return percent(self.achieved, self.target)

    @property
    def bar(self):
        """How much of the longer of the two what was achieved takes, and where the target lies; None if not known."""
        whole = max(self.achieved or 0, self.target)
        if self.achieved is None or not whole:
            return None
        return percent(self.achieved, whole), min(percent(self.target, whole), LAST_MARK)


class StoryPage(ArchivePage):
    """A person of the profession as the campaign told of them."""

    class Kind(models.TextChoices):
        PORTRAIT = "portrait", _("portrait")
        DIARY = "diary", _("diary")
        VIDEO = "video", _("video story")

    KINDS = {Kind.PORTRAIT: _("portraits"), Kind.DIARY: _("diaries"), Kind.VIDEO: _("video stories")}

    expected = ["year", "day", "outlet", "address", "contributions"]

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    day = models.DateField(_("published on"), null=True, blank=True)
    outlet = models.CharField(_("published by"), max_length=200, blank=True)
    address = models.URLField(_("link"), blank=True)

    content_panels = [
        *ArchivePage.before_panels,
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("day")]),
        FieldPanel("outlet"),
        FieldPanel("address"),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["stories.CampaignPage"]
    subpage_types = []
    template = "stories/story_page.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def kind_name(self):
        return str(self.get_kind_display())

    @property
    def kind_names(self):
        return str(self.KINDS[self.kind])

    @property
    def dated(self):
        return str(self.day or self.year or "")

    @property
    def when(self):
        if self.day:
            return full_date(self.day, "en" if get_language() == "en" else "lv")
        return str(self.year or "")

    def structured_data(self):
        facts = {
            "@type": "VideoObject" if self.kind == self.Kind.VIDEO else "Article",
            "description": self.summary,
            "datePublished": self.day.isoformat() if self.day else str(self.year or ""),
            "sameAs": self.address,
        }
        return {name: value for name, value in facts.items() if value}
