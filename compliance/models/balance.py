from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .rule import Kind, Rule


class YearBalance(models.Model):
    """What a person owes and has earned in a calendar year; derived from data only, never from today.

    required: empty where no rule applies, 0 for who left before 31 December (then `rule` is empty too).
    carried: what earlier years of the same period earned, in the year when a norm of several years falls due.
    missing = max(0, required − earned − carried).
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, "year_balances")
    year = models.PositiveSmallIntegerField(_("year"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    rule = models.ForeignKey(Rule, models.PROTECT, "balances", null=True, blank=True)
    required = models.DecimalField(_("required"), max_digits=6, decimal_places=2, null=True, blank=True)
    earned = models.DecimalField(_("earned"), max_digits=8, decimal_places=2, default=0)
    carried = models.DecimalField(_("carried"), max_digits=8, decimal_places=2, default=0)
    pending = models.DecimalField(_("pending"), max_digits=8, decimal_places=2, default=0)
    missing = models.DecimalField(_("missing"), max_digits=6, decimal_places=2, default=0)

    away = False
    exemption = None
    """What compliance.excuses.with_excuses adds."""

    class Meta:
        verbose_name = _("year's balance")
        verbose_name_plural = _("years' balances")
        ordering = ["-year", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["person", "year", "kind"], name="one_balance_per_person_year_kind")
        ]
        indexes = [models.Index(fields=["year", "kind"], name="balances_of_a_year")]

    def __str__(self):
        return f"{self.person_id} {self.year} {self.kind}"

    @property
    def left(self):
        return self.required == 0 and self.rule_id is None

    @property
    def towards(self):
        """What counts towards the norm."""
        return self.earned + self.carried

    @property
    def met(self):
        return bool(self.required) and self.towards >= self.required
