from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .rule import Kind


class ExternalCertificate(models.Model):
    """A document of training obtained elsewhere; its hours are pending until decided."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("waits for approval")
        RETURNED = "returned", _("returned to be made precise")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")

    class HoursKind(models.TextChoices):
        ACADEMIC = "academic", _("academic hours")
        CLOCK = "clock", _("clock hours")
        NOT_STATED = "not_stated", _("not stated")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "external_certificates")
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.TRAINING)
    title = models.CharField(_("title"), max_length=300)
    provider = models.CharField(_("provider"), max_length=200)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    hours = models.DecimalField(_("hours"), max_digits=6, decimal_places=2)
    hours_kind = models.CharField(_("kind of hours"), max_length=10, choices=HoursKind, default=HoursKind.ACADEMIC)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SUBMITTED)
    submitted_at = models.DateTimeField(_("submitted at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)

    class Meta:
        verbose_name = _("certificate obtained elsewhere")
        verbose_name_plural = _("certificates obtained elsewhere")
        ordering = ["-last_day", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="training_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(hours__gt=0), name="outside_hours_are_positive"),
        ]

    def __str__(self):
        return self.title
