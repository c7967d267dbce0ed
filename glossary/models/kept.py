"""What is worked out when something is published, so that no reader waits for it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Edition(models.Model):
    """One row: the dictionary as it now stands. Its key is another one whenever a term comes, changes or goes."""

    key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        verbose_name = _("edition of the dictionary")
        verbose_name_plural = _("editions of the dictionary")

    def __str__(self):
        return str(self.key)


class PageWords(models.Model):
    """The stems of a live page's text, each between spaces: a new term asks them where it is used."""

    page = models.OneToOneField(Page, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("page"))
    stems = models.TextField(_("words"))

    class Meta:
        verbose_name = _("words of a page")
        verbose_name_plural = _("words of pages")

    def __str__(self):
        return str(self.page_id)


class TermUse(models.Model):
    """A live page whose text holds a term."""

    term = models.ForeignKey("glossary.TermPage", models.CASCADE, related_name="uses", verbose_name=_("term"))
    page = models.ForeignKey(Page, models.CASCADE, related_name="terms_used", verbose_name=_("page"))

    class Meta:
        verbose_name = _("use of a term")
        verbose_name_plural = _("uses of terms")
        constraints = [models.UniqueConstraint(fields=["term", "page"], name="term_used_once_per_page")]

    def __str__(self):
        return f"{self.term_id} – {self.page_id}"
