from django.db import models
from django.utils.translation import gettext_lazy as _


class Known(models.Model):
    """A word that public texts hold, as the portal writes it: what „did you mean” may offer."""

    folded = models.CharField(max_length=64, unique=True)
    stem = models.CharField(max_length=64)
    written = models.CharField(_("word"), max_length=64)
    times = models.PositiveIntegerField(_("how often"))

    class Meta:
        verbose_name = _("known word")
        verbose_name_plural = _("known words")
        indexes = [models.Index(fields=["stem"], name="known_by_stem")]

    def __str__(self):
        return self.written


class Clue(models.Model):
    """A spelling or a trigram by which a stem is found (search/spelling.py)."""

    text = models.CharField(max_length=64)
    stem = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("clue to a word")
        verbose_name_plural = _("clues to words")
        constraints = [models.UniqueConstraint(fields=["text", "stem"], name="clue_once_per_stem")]

    def __str__(self):
        return f"{self.text} → {self.stem}"
