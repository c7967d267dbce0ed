from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What is owed and earned; the two never mix."""

    TRAINING = "training", _("training")
    SUPERVISION = "supervision", _("supervision")


class Unit(models.TextChoices):
    ACADEMIC_HOURS = "academic_hours", _("academic hours")
    SESSIONS = "sessions", _("sessions")


class RuleQuerySet(models.QuerySet):
    def in_force(self):
        """Rules that no correction has replaced."""
        return self.filter(replaced_by=None)


class Rule(models.Model):
    """How much of a kind a role owes a calendar year, from a day on, by which law.

    A rule ends where the next of its role and kind begins; amount 0 means that nothing is owed any more.
    """

    role = models.ForeignKey("people.Role", models.PROTECT, "rules", verbose_name=_("profession"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    unit = models.CharField(_("unit"), max_length=15, choices=Unit)
    amount = models.DecimalField(_("amount a year"), max_digits=6, decimal_places=2)
    valid_from = models.DateField(_("valid from"))
    citation = models.CharField(_("citation"), max_length=300)
    citation_url = models.URLField(_("link to the citation"), blank=True)
    verified = models.BooleanField(_("verified"), default=False)
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, related_name="replaces", null=True, blank=True, editable=False
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, editable=False)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["role__position", "kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "kind", "valid_from"],
                condition=Q(replaced_by=None),
                name="one_rule_of_a_role_begins_on_a_day",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="rule_amount_is_not_negative"),
        ]

    def __str__(self):
        return f"{self.role}: {self.amount} ({self.valid_from})"
