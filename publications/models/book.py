from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from pages.models import ArchivePage

from .cited import CitedPage, csl_date, schema_people, stated
from .fields import DoiField, IsbnField

OF_THE_WHOLE = ("abstract", "number-of-pages", "number-of-volumes", "ISBN", "DOI")


class BookPage(CitedPage):
    """A monograph, a dictionary or another book, perhaps in volumes."""

    class Kind(models.TextChoices):
        MONOGRAPH = "monograph", _("monograph")
        DICTIONARY = "dictionary", _("dictionary as a book")
        BOOK = "book", _("book")

    KINDS = {Kind.MONOGRAPH: _("monographs"), Kind.DICTIONARY: _("dictionaries as books"), Kind.BOOK: _("books")}

    csl_type = "book"
    expected = ["contributions", "year", "publisher", "isbn", "pages_total"]

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.BOOK)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=100, blank=True)
    pages_total = models.PositiveSmallIntegerField(_("number of pages"), null=True, blank=True)
    isbn = IsbnField()
    doi = DoiField()
    editorial_board = models.TextField(_("editorial board, reviewers"), blank=True)
    approved = models.CharField(_("approved"), max_length=255, blank=True, help_text=_("By whom, when, protocol."))
    rights = models.CharField(_("rights"), max_length=255, blank=True)
    link = models.URLField(_("where it can be read"), blank=True)
    pdf = models.ForeignKey(
        get_document_model_string(), models.SET_NULL, related_name="+", null=True, blank=True, verbose_name="PDF"
    )

    content_panels = [
        *ArchivePage.before_panels,
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("pages_total")]),
        FieldRowPanel([FieldPanel("publisher"), FieldPanel("place")]),
        FieldRowPanel([FieldPanel("isbn"), FieldPanel("doi")]),
        FieldPanel("editorial_board"),
        FieldPanel("approved"),
        FieldPanel("rights"),
        FieldPanel("link"),
        FieldPanel("pdf"),
        InlinePanel("volumes", heading=_("Volumes"), label=_("volume")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["publications.PublicationIndexPage"]
    subpage_types = []
    template = "publications/book_page.html"

    class Meta:
        verbose_name = _("book")
        verbose_name_plural = _("books")

    @property
    def kind_name(self):
        return self.get_kind_display()

    @property
    def kind_names(self):
        return str(self.KINDS[self.kind])

    @property
    def when(self):
        return str(self.year or "")

    @cached_property
    def kept_volumes(self):
        found = list(self.volumes.all())
        for volume in found:
            volume.book = self
        return found

    def csl_facts(self):
        volumes = self.kept_volumes
        return {
            "issued": csl_date(self.year and (self.year,)),
            "publisher": self.publisher,
            "publisher-place": self.place,
            "number-of-pages": self.pages_total and str(self.pages_total),
            "number-of-volumes": str(len(volumes)) if len(volumes) > 1 else "",
            "ISBN": self.isbn,
            "DOI": self.doi,
        }

    def structured_data(self):
        facts = {
            "@type": "Book",
            "author": schema_people(self.authors),
            "editor": schema_people(self.editors),
            "isbn": self.isbn,
            "numberOfPages": self.pages_total,
            "datePublished": self.when,
            "publisher": self.publisher and {"@type": "Organization", "name": self.publisher},
            "sameAs": self.doi and f"https://doi.org/{self.doi}",
            "hasPart": [volume.structured_data() for volume in self.kept_volumes],
        }
        return stated(facts)


class Volume(Orderable):
    cite_route = "publications:cite_volume"

    book = ParentalKey(BookPage, on_delete=models.CASCADE, related_name="volumes")
    title = models.CharField(_("title"), max_length=255)
    pages_total = models.PositiveSmallIntegerField(_("number of pages"), null=True, blank=True)
    isbn = IsbnField()

    panels = [FieldPanel("title"), FieldPanel("pages_total"), FieldPanel("isbn")]

    class Meta(Orderable.Meta):
        verbose_name = _("volume")
        verbose_name_plural = _("volumes")

    def __str__(self):
        return self.title

    def csl(self):
        """As the book, but for what belongs to the whole of it."""
        shared = {name: value for name, value in self.book.csl().items() if name not in OF_THE_WHOLE}
        own = {"id": f"{shared['id']}-{self.pk}", "title": self.full_title, "ISBN": self.isbn}
        return shared | stated(own | {"number-of-pages": self.pages_total and str(self.pages_total)})

    @property
    def full_title(self):
        return self.title if self.title.startswith(self.book.title) else f"{self.book.title}: {self.title}"

    def structured_data(self):
        return stated(
            {"@type": "PublicationVolume", "name": self.title, "isbn": self.isbn, "numberOfPages": self.pages_total}
        )
