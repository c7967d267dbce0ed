from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from pages.models import ArchivePage

from .. import figures


class FiguresPage(ArchivePage):
    """/skaitli/: the figures of the project as its documents print them."""

    output_target = models.PositiveIntegerField(_("target of the output indicator"), null=True, blank=True)
    result_target = models.PositiveIntegerField(_("yearly target of the result indicator"), null=True, blank=True)

    content_panels = [
        *ArchivePage.before_panels,
        FieldRowPanel([FieldPanel("output_target"), FieldPanel("result_target")]),
        InlinePanel("years", heading=_("Indicators by year"), label=_("year")),
        InlinePanel("comparisons", heading=_("Planned and done"), label=_("figure")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "stories/figures_page.html"

    class Meta:
        verbose_name = _("figures of the project")
        verbose_name_plural = _("figures of the project")

    def get_context(self, request, *args, **kwargs):
        years = sorted(self.years.all(), key=lambda row: row.year)
        output = figures.output(years, self.output_target)
        result = figures.result(years, self.result_target)
        return super().get_context(request, *args, **kwargs) | {
            "output": output,
            "result": result,
            "output_bars": [(row.year, row.printed) for row in output if row.printed is not None],
            "result_bars": [(row.year, row.printed) for row in result if row.printed is not None],
            "differing": [row for row in output if row.differs],
        }


class YearFigure(Orderable):
    """The two indicators of one year as printed; what is not printed stays empty."""

    page = ParentalKey(FiguresPage, on_delete=models.CASCADE, related_name="years")
    year = models.PositiveSmallIntegerField(_("year"))
    new_persons = models.PositiveIntegerField(_("new persons"), null=True, blank=True)
    output_printed = models.PositiveIntegerField(_("output, printed"), null=True, blank=True)
    output_percent_printed = models.PositiveSmallIntegerField(_("output, printed per cent"), null=True, blank=True)
    result_printed = models.PositiveIntegerField(_("result, printed"), null=True, blank=True)
    result_percent_printed = models.PositiveSmallIntegerField(_("result, printed per cent"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("year"), FieldPanel("new_persons")]),
        FieldRowPanel([FieldPanel("output_printed"), FieldPanel("output_percent_printed")]),
        FieldRowPanel([FieldPanel("result_printed"), FieldPanel("result_percent_printed")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("indicators of a year")
        verbose_name_plural = _("indicators of years")
        constraints = [models.UniqueConstraint(fields=["page", "year"], name="told_once_per_year")]

    def __str__(self):
        return str(self.year)


class Comparison(Orderable):
    """One thing as it was planned and as it turned out, in the words and figures of the sources."""

    class Group(models.TextChoices):
        FRAME = "frame", _("Financing and time")
        BASELINE = "baseline", _("Where it began: 2013")
        PROMISE = "promise", _("What was promised in 2015")
        OUTCOME = "outcome", _("What was done")

    page = ParentalKey(FiguresPage, on_delete=models.CASCADE, related_name="comparisons")
    group = models.CharField(_("group"), max_length=10, choices=Group)
    label = models.CharField(_("what"), max_length=200)
    planned = models.CharField(_("planned"), max_length=200, blank=True)
    achieved = models.CharField(_("achieved"), max_length=200, blank=True)
    note = models.CharField(_("note"), max_length=400, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("group"), FieldPanel("label")]),
        FieldRowPanel([FieldPanel("planned"), FieldPanel("achieved")]),
        FieldPanel("note"),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("planned and done")
        verbose_name_plural = _("planned and done")

    def __str__(self):
        return self.label
