from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from courses.models import CoursePage
from pages.blocks import ReadingBlock
from pages.hours import HoursField
from pages.models import BasePage, SectionPage


class MethodologyIndexPage(SectionPage):
    """/metodikas/: the methodologies and the guidelines."""

    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))

    content_panels = [
        *SectionPage.content_panels,
        FieldPanel("body"),
        FieldPanel("sources"),
    ]
    subpage_types = ["methodologies.MethodologyPage", "methodologies.GuidelinePage"]
    template = "methodologies/methodology_index_page.html"

    class Meta:
        verbose_name = _("methodologies section")
        verbose_name_plural = _("methodologies sections")


class MethodologyPage(BasePage):
    """A methodology: material, in-person programme and e-learning programme, with its pilots."""

    number = models.PositiveSmallIntegerField(_("number"))
    summary = models.TextField(_("summary"), max_length=400, blank=True)
    target_group = models.CharField(_("target group"), max_length=300, blank=True)
    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))
    to_find_out = models.TextField(
        _("still to find out"), blank=True, help_text=_("For editors only, one a line; never shown to readers.")
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("summary"),
        FieldPanel("target_group"),
        FieldPanel("body"),
        InlinePanel("programmes", heading=_("Material and programmes"), label=_("part")),
        InlinePanel("pilots", heading=_("Pilots"), label=_("pilot")),
        InlinePanel("subjects", heading=_("Topics"), label=_("topic")),
        FieldPanel("sources"),
        FieldPanel("to_find_out"),
    ]
    parent_page_types = ["methodologies.MethodologyIndexPage"]
    subpage_types = []
    template = "methodologies/methodology_page.html"

    class Meta:
        verbose_name = _("methodology")
        verbose_name_plural = _("methodologies")

    @property
    def lead(self):
        return self.search_description or self.summary

    @cached_property
    def kept_programmes(self):
        """Each with its course where everyone may see that."""
        parts = list(self.programmes.all())
        keys = {part.course_id for part in parts if part.course_id}
        shown = CoursePage.objects.live().public().select_related("locale").in_bulk(keys) if keys else {}
        for part in parts:
            part.public_course = shown.get(part.course_id)
        return parts

    @cached_property
    def kept_pilots(self):
        return list(self.pilots.all())


class Programme(Orderable):
    """One of the parts of a methodology; an e-learning programme points at its course."""

    class Kind(models.TextChoices):
        MATERIAL = "material", _("methodical material")
        IN_PERSON = "in_person", _("in-person programme")
        E_LEARNING = "e_learning", _("e-learning programme")

    methodology = ParentalKey(MethodologyPage, on_delete=models.CASCADE, related_name="programmes")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    title = models.CharField(_("title"), max_length=255)
    description = models.TextField(_("description"), blank=True)
    authors = models.CharField(_("authors"), max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    hours_from = HoursField(_("hours from"), null=True, blank=True)
    hours_to = HoursField(_("hours to"), null=True, blank=True)
    url = models.URLField(_("link"), blank=True)
    course = models.ForeignKey(
        "courses.CoursePage",
        models.SET_NULL,
        related_name="programmes",
        null=True,
        blank=True,
        verbose_name=_("e-course"),
    )
    verified = models.BooleanField(_("verified"), default=True)

    panels = [
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("description"),
        FieldPanel("authors"),
        FieldPanel("year"),
        FieldPanel("hours_from"),
        FieldPanel("hours_to"),
        FieldPanel("url"),
        FieldPanel("course"),
        FieldPanel("verified"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("part of a methodology")
        verbose_name_plural = _("parts of methodologies")

    def __str__(self):
        return self.title


class Pilot(Orderable):
    """A methodology tried out in municipalities; what is not known stays empty."""

    methodology = ParentalKey(MethodologyPage, on_delete=models.CASCADE, related_name="pilots")
    title = models.CharField(_("title"), max_length=255)
    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("to"), null=True, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    municipalities = models.PositiveIntegerField(_("municipalities"), null=True, blank=True)
    hours = HoursField(_("academic hours on certificates"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)
    verified = models.BooleanField(_("verified"), default=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("starts"),
        FieldPanel("ends"),
        FieldPanel("participants"),
        FieldPanel("municipalities"),
        FieldPanel("hours"),
        FieldPanel("note"),
        FieldPanel("source"),
        FieldPanel("verified"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("pilot")
        verbose_name_plural = _("pilots")

    def __str__(self):
        return self.title


class GuidelinePage(BasePage):
    summary = models.TextField(_("summary"), max_length=400, blank=True)
    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))
    to_find_out = models.TextField(
        _("still to find out"), blank=True, help_text=_("For editors only, one a line; never shown to readers.")
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        InlinePanel("subjects", heading=_("Topics"), label=_("topic")),
        FieldPanel("sources"),
        FieldPanel("to_find_out"),
    ]
    parent_page_types = ["methodologies.MethodologyIndexPage"]
    subpage_types = []
    template = "methodologies/guideline_page.html"

    class Meta:
        verbose_name = _("guidelines")
        verbose_name_plural = _("guidelines")

    @property
    def lead(self):
        return self.search_description or self.summary
