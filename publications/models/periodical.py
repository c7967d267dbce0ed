from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from pages.models import ArchivePage, BasePage

from .. import known_dates
from .cited import CitedPage, csl_date, schema_people, stated, with_credits
from .fields import DoiField, IssnField, KnownDateField

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


class IssuePage(CitedPage):
    """One issue of a periodical: its cover, its editors, its articles."""

    csl_type = "periodical"
    expected = ["theme", "pages_total", "published", "cover", "pdf", "editorial_board", "publisher"]

    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("number"), help_text=_("Its number within the year."))
    theme = models.CharField(_("theme"), max_length=255, blank=True)
    pages_total = models.PositiveSmallIntegerField(_("number of pages"), null=True, blank=True)
    published = KnownDateField(_("published"))
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    editorial_board = models.TextField(_("editorial board"), blank=True)
    cover = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("cover"),
        help_text=_("Without a picture the portal sets a cover in type."),
    )
    pdf = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("the whole issue (PDF)"),
    )

    content_panels = [
        *ArchivePage.before_panels,
        FieldRowPanel([FieldPanel("year"), FieldPanel("number"), FieldPanel("pages_total")]),
        FieldPanel("theme"),
        FieldPanel("published"),
        FieldPanel("publisher"),
        FieldPanel("editorial_board"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("pdf")], heading=_("Files")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["publications.PeriodicalPage"]
    subpage_types = ["publications.ArticlePage"]
    template = "publications/issue_page.html"

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")

    @property
    def designation(self):
        return f"{self.number}/{self.year}" if self.number else ""

    @property
    def when(self):
        return self.designation

    @cached_property
    def periodical(self):
        return PeriodicalPage.objects.parent_of(self).get()

    @cached_property
    def articles(self):
        """The public articles as they follow each other; those without a page come last."""
        if not self.pk:
            return []
        shown = ArticlePage.objects.child_of(self).live().public()
        return with_credits(list(shown.order_by(models.F("first_page").asc(nulls_last=True), "path")))

    def readable_articles(self):
        """Those with a text, which an EPUB can hold."""
        return [article for article in self.articles if article.body]

    def clean(self):
        super().clean()
        known = known_dates.FORM.match(self.published or "")
        if self.year and known and int(known[1]) != self.year:
            raise ValidationError({"published": _("It was published in another year than the issue is of.")})

    def csl_facts(self):
        return {
            "container-title": self.periodical.title,
            "issue": str(self.number),
            "issued": csl_date(known_dates.parts(self.published) or (self.year,)),
            "ISSN": self.periodical.issn,
            "publisher": self.publisher or self.periodical.publisher,
            "number-of-pages": self.pages_total and str(self.pages_total),
        }

    def structured_data(self):
        facts = {
            "@type": "PublicationIssue",
            "issueNumber": str(self.number),
            "datePublished": self.published or str(self.year),
            "editor": schema_people(self.editors),
            "publisher": self.publisher and {"@type": "Organization", "name": self.publisher},
            "isPartOf": part_of(self.periodical),
        }
        return stated(facts)


class ArticlePage(CitedPage):
    """An article of an issue; its text here, its file, or only where it was printed."""

    csl_type = "article-journal"
    expected = ["contributions", "first_page", "last_page", "abstract", "body"]

    first_page = models.PositiveSmallIntegerField(_("first page"), null=True, blank=True)
    last_page = models.PositiveSmallIntegerField(_("last page"), null=True, blank=True)
    abstract = models.TextField(_("abstract"), blank=True, max_length=5000)
    keywords = models.CharField(_("keywords"), max_length=500, blank=True, help_text=_("With commas between."))
    doi = DoiField()
    pdf = models.ForeignKey(
        get_document_model_string(),
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("the article (PDF)"),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("english_title"),
        FieldRowPanel([FieldPanel("first_page"), FieldPanel("last_page")]),
        FieldPanel("abstract"),
        FieldPanel("keywords"),
        FieldPanel("doi"),
        FieldPanel("pdf"),
        *ArchivePage.after_panels[:2],
        InlinePanel("references", heading=_("References"), label=_("reference")),
        *ArchivePage.after_panels[2:],
    ]
    parent_page_types = ["publications.IssuePage"]
    subpage_types = []
    template = "publications/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def lead(self):
        return self.search_description or self.abstract

    @property
    def when(self):
        return self.issue.designation

    @cached_property
    def issue(self):
        return IssuePage.objects.parent_of(self).get()

    @property
    def pages(self):
        return "–".join(str(page) for page in dict.fromkeys((self.first_page, self.last_page)) if page)

    def clean(self):
        super().clean()
        if self.last_page and not self.first_page:
            raise ValidationError({"first_page": _("The last page is given, so the first one is needed too.")})
        if self.last_page and self.last_page < self.first_page:
            raise ValidationError({"last_page": _("The last page comes before the first.")})

    def csl_facts(self):
        of_issue = self.issue.csl_facts()
        del of_issue["number-of-pages"]
        return of_issue | {"page": self.pages, "DOI": self.doi}

    def structured_data(self):
        facts = {
            "@type": "ScholarlyArticle",
            "headline": self.title,
            "author": schema_people(self.authors),
            "abstract": self.abstract,
            "keywords": ", ".join(self.keywords_given),
            "datePublished": self.issue.published or str(self.issue.year),
            "pageStart": self.first_page,
            "pageEnd": self.last_page,
            "sameAs": self.doi and f"https://doi.org/{self.doi}",
            "isPartOf": {
                "@type": "PublicationIssue",
                "issueNumber": str(self.issue.number),
                "isPartOf": part_of(self.issue.periodical),
            },
        }
        return stated(facts)


def part_of(periodical):
    return stated({"@type": "Periodical", "name": periodical.title, "issn": periodical.issn})


class Reference(Orderable):
    """One line of an article's list of references."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="references")
    text = models.TextField(_("reference"), max_length=1000)
    doi = DoiField()

    panels = [FieldPanel("text"), FieldPanel("doi")]

    class Meta(Orderable.Meta):
        verbose_name = _("reference")
        verbose_name_plural = _("references")

    def __str__(self):
        return self.text
