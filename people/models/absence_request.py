from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .absence import Absence
from .employment import Employment


class AbsenceRequestQuerySet(models.QuerySet):
    def asked(self):
        return self.filter(state=AbsenceRequest.State.ASKED)


class AbsenceRequest(models.Model):
    """Days on which a person asks their employer to excuse them: no reason, it would be health data.

    Whoever decides about the employment confirms it, which records the absence, or declines.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("waits for the decision")
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "absence_requests", verbose_name=_("person"))
    employment = models.ForeignKey(Employment, models.PROTECT, "absence_requests", verbose_name=_("employment"))
    start = models.DateField(_("from"))
    end = models.DateField(_("to"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField(_("asked at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, verbose_name=_("decided by")
    )
    absence = models.OneToOneField(
        Absence, models.PROTECT, related_name="request", null=True, blank=True, verbose_name=_("excused absence")
    )

    objects = AbsenceRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for an excused absence")
        verbose_name_plural = _("requests for excused absences")
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")), name="absence_asked_for_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_at=None, decided_by=None)
                | Q(~Q(state="asked"), decided_at__isnull=False, decided_by__isnull=False),
                name="decided_absence_says_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.start}"
