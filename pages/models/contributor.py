from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page

from people.wording import sort_key

from .base import BasePage
from .privacy import for_everyone
from .section import SectionPage


class ContributorIndexPage(SectionPage):
    """/autori/: everyone who wrote, spoke or was a guest."""

    subpage_types = ["pages.ContributorPage"]
    template = "pages/contributor_index_page.html"

    class Meta:
        verbose_name = _("contributors section")
        verbose_name_plural = _("contributors sections")

    def contributors(self):
        """In the order of the Latvian alphabet."""
        shown = ContributorPage.objects.child_of(self).live().public()
        return sorted(shown, key=lambda one: sort_key(one.listed_as))


class ContributorPage(BasePage):
    """An author, editor, speaker or guest, with everything they made; a person or an organisation."""

    is_organisation = models.BooleanField(_("organisation"), default=False)
    family_name = models.CharField(
        _("family name"),
        max_length=100,
        blank=True,
        help_text=_("Lists are sorted by it, citations begin with it. Left empty: the last word of the name."),
    )
    about = models.TextField(_("about"), blank=True, max_length=1000)
    website = models.URLField(_("website"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("is_organisation"),
        FieldPanel("family_name"),
        FieldPanel("about"),
        FieldPanel("website"),
    ]
    parent_page_types = ["pages.ContributorIndexPage"]
    subpage_types = []
    template = "pages/contributor_page.html"

    class Meta:
        verbose_name = _("contributor")
        verbose_name_plural = _("contributors")

    @property
    def lead(self):
        return self.search_description or self.about

    @property
    def family(self):
        """The family name, or an organisation's whole name."""
        if self.is_organisation:
            return self.title
        return self.family_name or self.title.rpartition(" ")[2]

    @property
    def given(self):
        """What is left of a person's name."""
        return "" if self.is_organisation else self.title.removesuffix(self.family).strip()

    @property
    def listed_as(self):
        return ", ".join(filter(None, [self.family, self.given]))

    def works(self):
        """What is public of theirs."""
        return Page.objects.live().filter(for_everyone(), contributions__contributor=self).distinct()

    def structured_data(self):
        return {"@type": "Organization" if self.is_organisation else "Person"}


class Contribution(Orderable):
    """What one contributor did for one page of any kind."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("author")
        EDITOR = "editor", _("editor")
        SCIENTIFIC_EDITOR = "scientific_editor", _("scientific editor")
        INTERVIEWER = "interviewer", _("interviewer")
        SPEAKER = "speaker", _("speaker")
        MODERATOR = "moderator", _("moderator")
        HOST = "host", _("host")
        GUEST = "guest", _("guest")

    SEVERAL = {
        Role.AUTHOR: _("authors"),
        Role.EDITOR: _("editors"),
        Role.SCIENTIFIC_EDITOR: _("scientific editors"),
        Role.INTERVIEWER: _("interviewers"),
        Role.SPEAKER: _("speakers"),
        Role.MODERATOR: _("moderators"),
        Role.HOST: _("hosts"),
        Role.GUEST: _("guests"),
    }

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="contributions")
    contributor = models.ForeignKey(ContributorPage, models.CASCADE, related_name="+", verbose_name=_("contributor"))
    role = models.CharField(_("as"), max_length=20, choices=Role, default=Role.AUTHOR)

    panels = [PageChooserPanel("contributor", "pages.ContributorPage"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        constraints = [models.UniqueConstraint(fields=["page", "contributor", "role"], name="once_per_role")]

    def __str__(self):
        return self.contributor.title
