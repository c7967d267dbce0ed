from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from pages.models import SectionPage

from ..index import index
from .term import TermPage


class GlossaryPage(SectionPage):
    """/vardnica/: every entry, by the Latvian or by the English alphabet (glossary/index.py)."""

    intro = models.TextField(_("introduction"), blank=True, max_length=600)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))

    content_panels = [*SectionPage.content_panels, FieldPanel("sources")]
    subpage_types = ["glossary.TermPage"]
    template = "glossary/glossary_page.html"

    class Meta:
        verbose_name = _("dictionary")
        verbose_name_plural = _("dictionaries")

    def terms(self):
        return TermPage.objects.child_of(self).live().public()

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | index(self.terms(), request.GET)

    def structured_data(self):
        return {"@type": "DefinedTermSet"}
