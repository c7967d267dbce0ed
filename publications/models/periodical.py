from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from pages.models import ArchivePage

from .cited import stated
from .fields import IssnField
from .issue import IssuePage

NEWEST, MOST_A_YEAR, MOST_YEARS = 6, 53, 100


class PeriodicalPage(ArchivePage):
    """A periodical with its issues; it knows how many there must be, also those of which nothing else is known."""

    expected = ["issn", "publisher"]

    issn = IssnField()
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    issues_a_year = models.PositiveSmallIntegerField(
        _("issues a year"),
        null=True,
        blank=True,
        help_text=_("With the first and last year: the page then also names the issues that are still to be gathered."),
    )

    content_panels = [
        *ArchivePage.before_panels,
        FieldPanel("issn"),
        FieldPanel("publisher"),
        FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year"), FieldPanel("issues_a_year")]),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types = ["publications.IssuePage"]
    template = "publications/periodical_page.html"

    class Meta:
        verbose_name = _("periodical")
        verbose_name_plural = _("periodicals")

    @property
    def when(self):
        return "–".join(str(year) for year in (self.first_year, self.last_year) if year)

    def issues(self):
        """The public issues, newest first."""
        if not self.pk:
            return []
        found = list(IssuePage.objects.child_of(self).live().public().order_by("-year", "-number"))
        for issue in found:
            issue.periodical = self
        return found

    def places(self):
        """Year, number and issue or None of every issue there must be and every one there is, newest first."""
        known = {(issue.year, issue.number): issue for issue in self.issues()}
        places = sorted({*self.promised(), *known}, reverse=True)
        return [{"year": year, "number": number, "issue": known.get((year, number))} for year, number in places]

    def newest_places(self):
        return [place for place in self.places() if place["issue"]][:NEWEST]

    def promised(self):
        if not (self.first_year and self.last_year and self.issues_a_year):
            return []
        years = range(self.first_year, min(self.last_year, self.first_year + MOST_YEARS) + 1)
        return [(year, number) for year in years for number in range(1, self.issues_a_year + 1)]

    def clean(self):
        super().clean()
        if self.first_year and self.last_year and self.last_year < self.first_year:
            raise ValidationError({"last_year": _("The last year comes before the first.")})
        if self.issues_a_year and self.issues_a_year > MOST_A_YEAR:
            raise ValidationError({"issues_a_year": _("That is more than one a week.")})

    def structured_data(self):
        return stated({"@type": "Periodical", "issn": self.issn, "publisher": self.publisher})
