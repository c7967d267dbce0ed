from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Subquery
from django.db.models.functions import Left, Length
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable, Page, PageManager

from pages.above import above, parent_path
from pages.models import ArchivePage, BasePage, BasePageQuerySet, Contribution

from .cited import CitedPage, part_of, schema_people, stated
from .fields import DoiField


class ArticleQuerySet(BasePageQuerySet):
    def newest_first(self):
        """By issue; within one those that are signed come first, as they are printed."""
        issues = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
        year, number = (Subquery(issues.values(f"issuepage__{name}")) for name in ("year", "number"))
        signed = Exists(Contribution.objects.filter(page=OuterRef("pk")))
        return self.order_by(year.desc(), number.desc(), signed.desc(), F("first_page").asc(nulls_last=True), "path")


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

    objects = PageManager.from_queryset(ArticleQuerySet)()

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

    @property
    def dated(self):
        return self.issue.dated

    @cached_property
    def issue(self):
        self.gather([self])
        return vars(self)["issue"]

    @classmethod
    def gather(cls, pages):
        found = above(pages, "issuepage", "periodicalpage")
        for page in pages:
            page.issue = found[parent_path(page)].issuepage
            page.issue.periodical = found[parent_path(page.issue)].periodicalpage

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
