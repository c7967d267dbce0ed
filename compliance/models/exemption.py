from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .rule import Kind


class ExemptionQuerySet(models.QuerySet):
    def asked(self):
        return self.filter(state=Exemption.State.ASKED)

    def granted(self):
        return self.filter(state=Exemption.State.GRANTED)

    def decided_by(self, user):
        """A reviewer decides about everyone but themselves, and not what they asked for."""
        return self.exclude(Q(person=user) | Q(asked_by=user))


class Exemption(models.Model):
    """A person need not meet a year's norm; stands beside what is missing and changes no figure."""

    class State(models.TextChoices):
        ASKED = "asked", _("waits for the decision")
        GRANTED = "granted", _("granted")
        REFUSED = "refused", _("refused")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "exemptions", verbose_name=_("person"))
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.TRAINING)
    reason = models.CharField(_("reason"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKED)
    asked_at = models.DateTimeField(_("asked at"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("asked by"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, verbose_name=_("decided by")
    )
    decision = models.CharField(_("reason of the decision"), max_length=300, blank=True)

    objects = ExemptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("exemption")
        verbose_name_plural = _("exemptions")
        ordering = ["-year", "asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "year", "kind"], condition=~Q(state="refused"), name="one_exemption_of_a_year"
            ),
            models.CheckConstraint(
                condition=Q(state="asked", decided_at=None, decided_by=None)
                | Q(~Q(state="asked"), decided_at__isnull=False, decided_by__isnull=False),
                name="decided_exemption_says_by_whom",
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.year}"
