from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.images import get_image_model_string

from pages.above import above, parent_path
from pages.models import ArchivePage

from .. import known_dates
from ..editing import IssueForm
from .article import ArticlePage
from .cited import CitedPage, csl_date, part_of, schema_people, stated, with_credits
from .fields import KnownDateField


class IssuePage(CitedPage):
    """One issue of a periodical: its cover, its editors, its articles."""

    base_form_class = IssueForm
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

    @property
    def dated(self):
        return f"{self.year}/{self.number or 0:03}"

    @cached_property
    def periodical(self):
        return above([self], "periodicalpage")[parent_path(self)].periodicalpage

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
