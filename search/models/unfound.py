from datetime import timedelta

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

KEPT = timedelta(days=90)
MOST = 5_000


class Unfound(models.Model):
    """What readers asked and nothing answered: for editors, who may write it or name it otherwise. Never who asked."""

    text = models.CharField(_("searched for"), max_length=80, unique=True)
    times = models.PositiveIntegerField(_("how often"), default=1)
    last_day = models.DateField(_("last time"))

    class Meta:
        verbose_name = _("question without an answer")
        verbose_name_plural = _("questions without an answer")
        ordering = ["-times", "-last_day", "text"]

    def __str__(self):
        return self.text

    @classmethod
    def ask(cls, text, *, day):
        """Once more on a day. Where there are MOST already nothing new comes in: machines could ask forever."""
        asked_before = cls.objects.filter(text=text)
        if not asked_before.update(times=F("times") + 1, last_day=day) and cls.objects.count() < MOST:
            cls.objects.bulk_create([cls(text=text, last_day=day)], ignore_conflicts=True)

    @classmethod
    def forget(cls, *, day):
        """What nobody asked for so long."""
        cls.objects.filter(last_day__lt=day - KEPT).delete()
