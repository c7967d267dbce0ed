from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Cast, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, PageLogEntry, PageManager

from pages.models import BasePage, BasePageQuerySet

from ..exchange import concept

LANGUAGE_NAMES = (
    _("Latvian"),
    _("English"),
    _("German"),
    _("French"),
    _("Russian"),
    _("Lithuanian"),
    _("Estonian"),
)
LANGUAGES = list(zip(concept.LANGUAGES, LANGUAGE_NAMES, strict=True))


class TermQuerySet(BasePageQuerySet):
    def with_names(self):
        return self.prefetch_related("names")

    def newest_first(self):
        """Those that say something and are still in use, by when they were first published."""
        told = self.exclude(definition="").exclude(status=TermPage.Status.OBSOLETE)
        return told.order_by(models.F("first_published_at").desc(nulls_last=True), "-pk")


class TermPage(BasePage):
    """One concept: its title is the preferred term in Latvian, everything else hangs on it."""

    class Status(models.TextChoices):
        APPROVED = "approved", pgettext_lazy("term", "approved")
        PROVISIONAL = "provisional", _("provisional")
        OBSOLETE = "obsolete", _("obsolete")

    status = models.CharField(
        _("status"),
        max_length=12,
        choices=Status,
        default=Status.PROVISIONAL,
        help_text=_("Approved: definition and equivalents were compared with their source."),
    )
    definition = models.TextField(_("definition"), blank=True, max_length=3000)
    definition_source = models.CharField(
        _("source of the definition"), max_length=500, blank=True, help_text=_("Empty while it is not known.")
    )
    notes = models.TextField(
        _("notes"), blank=True, max_length=3000, help_text=_("Shown to readers: usage, what is not verified yet.")
    )
    to_find_out = models.TextField(
        _("still to find out"), blank=True, help_text=_("For editors only, one a line; never shown to readers.")
    )

    objects = PageManager.from_queryset(TermQuerySet)()
    publishings = ""  # „2026-11-26,2026-11-27”, in any order and as often as it was; of an entry read to be shown

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("status"),
        InlinePanel("names", heading=_("Synonyms, abbreviations, other languages"), label=_("name")),
        FieldPanel("definition"),
        FieldPanel("definition_source"),
        FieldPanel("notes"),
        InlinePanel("links", heading=_("Broader and related terms"), label=_("link")),
        InlinePanel("subjects", heading=_("Topics"), label=_("topic")),
        FieldPanel("to_find_out"),
    ]
    parent_page_types = ["glossary.GlossaryPage"]
    subpage_types = []
    template = "glossary/term_page.html"

    class Meta:
        verbose_name = _("dictionary entry")
        verbose_name_plural = _("dictionary entries")

    @property
    def lead(self):
        return self.search_description or self.definition

    def by_language(self):
        """{language: its names}, the preferred first, abbreviations last; of Latvian all but the title."""
        order = TermName.Kind.values
        rows = sorted(self.names.all(), key=lambda row: order.index(row.kind))
        found = {code: [row for row in rows if row.language == code] for code, _name in LANGUAGES}
        return {code: names for code, names in found.items() if names}

    @property
    def english(self):
        return self.by_language().get("en", [])

    @classmethod
    def told(cls):
        day = Cast(TruncDate("timestamp"), models.CharField())
        rows = PageLogEntry.objects.filter(page=models.OuterRef("pk"), action="wagtail.publish").order_by()
        days = rows.values("page").annotate(days=models.StringAgg(day, models.Value(",")))
        return {"publishings": models.Subquery(days.values("days"))}

    @property
    def published_days(self):
        """On which a version of the entry was published, the newest first."""
        return sorted({date.fromisoformat(day) for day in (self.publishings or "").split(",") if day}, reverse=True)

    @property
    def permanent_path(self):
        """Stays when the slug changes."""
        return reverse("glossary:term", args=[self.pk])

    def get_context(self, request, *args, **kwargs):
        request.entry = self.pk  # the marks of its own texts leave out its own term
        return super().get_context(request, *args, **kwargs) | {"names": self.by_language()}

    def structured_data(self):
        section = self.live_above[0].full_url if self.live_above else ""
        facts = {"description": self.definition, "inDefinedTermSet": section, "termCode": self.pk}
        return {"@type": "DefinedTerm"} | {name: value for name, value in facts.items() if value}

    def clean(self):
        super().clean()
        if self.slug.isdigit():
            raise ValidationError({"slug": _("An address of digits only belongs to the number of an entry.")})


class TermName(Orderable):
    """What a concept is called beside its title."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred term")
        SYNONYM = "synonym", _("synonym")
        ABBREVIATION = "abbreviation", _("abbreviation")

    term = ParentalKey(TermPage, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(_("language"), max_length=5, choices=LANGUAGES, default="en")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PREFERRED)
    text = models.CharField(_("name"), max_length=255)

    panels = [FieldPanel("language"), FieldPanel("kind"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("name of a concept")
        verbose_name_plural = _("names of concepts")
        constraints = [
            models.UniqueConstraint(fields=["term", "language", "text"], name="named_so_once"),
            models.UniqueConstraint(
                fields=["term", "language"],
                condition=models.Q(kind="preferred"),
                name="one_preferred_name_per_language",
            ),
            models.CheckConstraint(
                condition=~models.Q(language="lv", kind="preferred"),
                name="preferred_latvian_name_is_the_title",
                violation_error_message=_("The preferred term in Latvian is the title of the entry."),
            ),
        ]

    def __str__(self):
        return self.text


class TermLink(Orderable):
    """How one concept stands to another; the other one shows the inverse, so nothing is written twice."""

    class Kind(models.TextChoices):
        BROADER = "broader", _("broader term")
        RELATED = "related", _("related term")

    term = ParentalKey(TermPage, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.BROADER)
    other = models.ForeignKey(TermPage, models.CASCADE, related_name="linked_from", verbose_name=_("term"))

    panels = [FieldPanel("kind"), PageChooserPanel("other", "glossary.TermPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("link between terms")
        verbose_name_plural = _("links between terms")
        constraints = [
            models.UniqueConstraint(fields=["term", "other"], name="terms_linked_once"),
            models.CheckConstraint(condition=~models.Q(term=models.F("other")), name="term_not_linked_to_itself"),
        ]

    def __str__(self):
        return self.other.title
