from django.db import models
from django.utils.translation import gettext_lazy as _


class Unmirrored(models.Model):
    """An entry that has changed since it was last given to the search server; written with the change itself.

    Its own number is the version there, so that what is late never undoes what is newer.
    """

    id = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField(_("entry"))

    class Meta:
        verbose_name = _("entry to be given to the search server")
        verbose_name_plural = _("entries to be given to the search server")

    def __str__(self):
        return str(self.entry)
