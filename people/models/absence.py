import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .employer import Employer


class AbsenceQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)

    def between(self, first, last):
        """Those that hold any of the days."""
        return self.filter(Q(start__lte=last) & (Q(end=None) | Q(end__gte=first)))

    def in_year(self, year):
        return self.between(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


class Absence(models.Model):
    """Days on which an employer excused a person („attaisnota prombūtne”): no reason, it would be health data.

    What is wrong is withdrawn and recorded anew.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "absences", verbose_name=_("person"))
    employer = models.ForeignKey(Employer, models.PROTECT, "absences", verbose_name=_("employer or unit"))
    start = models.DateField(_("from"))
    end = models.DateField(_("to"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, verbose_name=_("recorded by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, verbose_name=_("withdrawn by")
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("excused absence")
        verbose_name_plural = _("excused absences")
        ordering = ["-start", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(end=None) | Q(end__gte=F("start")), name="absence_ends_after_it_begins")
        ]

    def __str__(self):
        return f"{self.person}, {self.start}"
