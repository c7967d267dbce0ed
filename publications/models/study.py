from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from pages.blocks import INLINE_FEATURES
from pages.models import ArchivePage, SectionPage

from .. import known_dates
from .cited import CitedPage, csl_date, stated
from .fields import KnownDateField


class StudyIndexPage(SectionPage):
    """/petijumi/: the studies and what they changed."""

    subpage_types = ["publications.StudyPage"]
    template = "publications/study_index_page.html"

    class Meta:
        verbose_name = _("studies section")
        verbose_name_plural = _("studies sections")

    def studies(self):
        return StudyPage.objects.child_of(self).live().public().order_by("year", "path")


class StudyPage(CitedPage):
    """A study that was commissioned: by whom, for how much, how it was done, what it found and what it changed."""

    csl_type = "report"
    expected = ["commissioner", "contractor", "price", "starts", "ends", "method", "findings", "impact", "files"]

    year = models.PositiveSmallIntegerField(_("year"), help_text=_("When it was delivered."))
    aim = models.TextField(_("aim"), blank=True)
    commissioner = models.CharField(_("commissioner"), max_length=200, blank=True)
    contractor = models.CharField(_("contractor"), max_length=200, blank=True)
    lead_researcher = models.CharField(_("lead researcher"), max_length=200, blank=True)
    price = models.DecimalField(_("price without VAT, EUR"), max_digits=10, decimal_places=2, null=True, blank=True)
    esf_percent = models.PositiveSmallIntegerField(_("European Social Fund, %"), null=True, blank=True)
    state_percent = models.PositiveSmallIntegerField(_("state budget, %"), null=True, blank=True)
    starts = KnownDateField(_("from"))
    ends = KnownDateField(_("to"))
    delivered = KnownDateField(_("delivered"))
    method = RichTextField(_("method"), features=INLINE_FEATURES, blank=True)
    findings = RichTextField(_("findings"), features=INLINE_FEATURES, blank=True)
    impact = models.TextField(_("impact"), blank=True)
    has_later_wave = models.BooleanField(
        _("measured again later"),
        default=False,
        help_text=_("The table of measures then has a column for the ex-post values, also while they are not known."),
    )

    content_panels = [
        *ArchivePage.before_panels,
        FieldPanel("year"),
        FieldPanel("aim"),
        FieldRowPanel([FieldPanel("commissioner"), FieldPanel("contractor")]),
        FieldPanel("lead_researcher"),
        MultiFieldPanel(
            [FieldPanel("price"), FieldRowPanel([FieldPanel("esf_percent"), FieldPanel("state_percent")])],
            heading=_("Price and funding"),
        ),
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends"), FieldPanel("delivered")]),
        FieldPanel("method"),
        FieldPanel("findings"),
        FieldPanel("impact"),
        FieldPanel("has_later_wave"),
        InlinePanel("measures", heading=_("Measures"), label=_("measure")),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["publications.StudyIndexPage"]
    subpage_types = []
    template = "publications/study_page.html"

    class Meta:
        verbose_name = _("study")
        verbose_name_plural = _("studies")

    @property
    def lead(self):
        return self.search_description or self.summary or self.aim

    @property
    def when(self):
        return str(self.year or "")

    def clean(self):
        super().clean()
        if self.starts and self.ends and self.ends < self.starts[: len(self.ends)]:
            raise ValidationError({"ends": _("The end comes before the beginning.")})
        shares = (self.esf_percent, self.state_percent)
        if None not in shares and sum(shares) != 100:
            raise ValidationError({"state_percent": _("The shares of the funding do not make 100 %.")})

    @cached_property
    def kept_measures(self):
        return list(self.measures.all())

    def csl_facts(self):
        names = [{"literal": self.contractor}] if self.contractor and not self.authors else []
        facts = {
            "issued": csl_date(known_dates.parts(self.delivered) or (self.year,)),
            "publisher": self.commissioner,
        }
        return facts | ({"author": names} if names else {})

    def structured_data(self):
        facts = {
            "@type": "Report",
            "datePublished": self.delivered or self.when,
            "author": self.contractor and {"@type": "Organization", "name": self.contractor},
            "sponsor": self.commissioner and {"@type": "Organization", "name": self.commissioner},
            "abstract": self.lead,
        }
        return stated(facts)


class Measure(Orderable):
    """One thing that a study measured, before the project and perhaps after it."""

    study = ParentalKey(StudyPage, on_delete=models.CASCADE, related_name="measures")
    group = models.CharField(_("group"), max_length=200, blank=True, help_text=_("Of whom or of what; as a heading."))
    name = models.CharField(_("measure"), max_length=300)
    before = models.DecimalField(_("ex-ante value"), max_digits=9, decimal_places=2, null=True, blank=True)
    after = models.DecimalField(_("ex-post value"), max_digits=9, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("Per cent is %; others as words."))
    note = models.CharField(_("note"), max_length=500, blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)

    panels = [
        FieldPanel("group"),
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("before"), FieldPanel("after"), FieldPanel("unit")]),
        FieldPanel("note"),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("measure")
        verbose_name_plural = _("measures")

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.unit == "%" and any(value is not None and value > 100 for value in (self.before, self.after)):
            raise ValidationError({"unit": _("A share cannot be more than 100 %.")})


class StudyFile(Orderable):
    """A report or another deliverable: a file here, or where it lies."""

    study = ParentalKey(StudyPage, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(_("title"), max_length=255)
    document = models.ForeignKey(
        get_document_model_string(), models.CASCADE, related_name="+", null=True, blank=True, verbose_name=_("document")
    )
    link = models.URLField(_("link"), max_length=500, blank=True)

    panels = [FieldPanel("title"), FieldPanel("document"), FieldPanel("link")]

    class Meta(Orderable.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        if not self.document_id and not self.link:
            raise ValidationError(_("Choose a document or write a link."))
