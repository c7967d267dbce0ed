from django.db import models
from django.utils.translation import gettext_lazy as _


class Shelf(models.Model):
    """One combination of all that facets count; entries stand on it. Never changed: another one is another shelf."""

    key = models.CharField(_("facets"), max_length=2000, unique=True)

    class Meta:
        verbose_name = _("shelf of the search index")
        verbose_name_plural = _("shelves of the search index")

    def __str__(self):
        return self.key
