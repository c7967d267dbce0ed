from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Link(models.Model):
    """An outside address that live pages lead to, and what it answered when last asked."""

    address = models.URLField(_("address"), max_length=2000, unique=True)
    pages = models.ManyToManyField(Page, related_name="+", verbose_name=_("pages"))
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("outside link")
        verbose_name_plural = _("outside links")
        indexes = [models.Index(fields=["asked_at"], name="links_longest_not_asked")]

    def __str__(self):
        return self.address
