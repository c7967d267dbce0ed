from django.db import models
from django.utils.translation import gettext_lazy as _

from .columns import ByteOrdered
from .entry import Entry

LONGEST = 80


class Beginning(models.Model):
    """A name that can be found, folded, from one of its words on: what somebody may be typing."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="beginnings", verbose_name=_("entry"))
    text = ByteOrdered(max_length=LONGEST)
    name = models.CharField(_("name"), max_length=255)
    is_whole = models.BooleanField(default=True)  # from the first word on

    class Meta:
        verbose_name = _("beginning of a name")
        verbose_name_plural = _("beginnings of names")
        indexes = [models.Index(fields=["text"], name="beginnings_by_text")]

    def __str__(self):
        return self.text
