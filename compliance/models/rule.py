from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .. import norms

MOST = 999
LONGEST = 10


class Kind(models.TextChoices):
    """What is owed and earned; the two never mix."""

    TRAINING = "training", _("training")
    SUPERVISION = "supervision", _("supervision")


class Unit(models.TextChoices):
    ACADEMIC_HOURS = "academic_hours", _("academic hours")
    SESSIONS = "sessions", _("sessions")


class Proration(models.TextChoices):
    NONE = "none", _("the whole amount")
    MONTHS = norms.MONTHS, _("by months worked")
    DAYS = norms.DAYS, _("by days worked")


class AbsencePolicy(models.TextChoices):
    SHOWN = "shown", _("shown beside what is missing")
    DEDUCTED = norms.DEDUCTED, _("deducted from the norm")


class SeveralRoles(models.TextChoices):
    HIGHEST = "highest", _("the highest norm")
    SUM = norms.SUM, _("the norms added up")


class Counted(models.TextChoices):
    LAST_DAY = "last_day", _("who is employed on 31 December")
    ANY_DAY = norms.ANY_DAY, _("who was employed any day of the year")


class RuleQuerySet(models.QuerySet):
    def in_force(self):
        """Rules that no correction has replaced and nobody has withdrawn."""
        return self.filter(replaced_by=None, withdrawn_at=None)


class Rule(models.Model):
    """How much of a kind a role owes a calendar year, from a day on, by which law.

    A rule ends where the next of its role and kind begins; amount 0 means that nothing is owed any more.
    With `years` above 1 periods run from the year in which the rule begins, and the amount falls due in the last
    year of each. The policies are what no law settles (docs/decisions/0011-policies-of-norms.md).
    """

    role = models.ForeignKey("people.Role", models.PROTECT, "rules", verbose_name=_("profession"))
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    unit = models.CharField(_("unit"), max_length=15, choices=Unit)
    amount = models.DecimalField(
        _("amount a year"), max_digits=6, decimal_places=2, validators=[MinValueValidator(0), MaxValueValidator(MOST)]
    )
    years = models.PositiveSmallIntegerField(
        _("years in a period"), default=1, validators=[MinValueValidator(1), MaxValueValidator(LONGEST)]
    )
    valid_from = models.DateField(_("valid from"))
    proration = models.CharField(_("proration"), max_length=10, choices=Proration, default=Proration.NONE)
    absence = models.CharField(_("excused absence"), max_length=10, choices=AbsencePolicy, default=AbsencePolicy.SHOWN)
    several_roles = models.CharField(
        _("several professions"), max_length=10, choices=SeveralRoles, default=SeveralRoles.HIGHEST
    )
    counted = models.CharField(_("who is counted"), max_length=10, choices=Counted, default=Counted.LAST_DAY)
    citation = models.CharField(_("citation"), max_length=300)
    citation_url = models.URLField(_("link to the citation"), blank=True)
    verified = models.BooleanField(_("verified"), default=False)
    replaced_by = models.OneToOneField(
        "self", models.PROTECT, related_name="replaces", null=True, blank=True, editable=False
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, editable=False
    )
    withdrawn_why = models.CharField(_("reason of the withdrawal"), max_length=300, blank=True, editable=False)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["role__position", "kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["role", "kind", "valid_from"],
                condition=Q(replaced_by=None, withdrawn_at=None),
                name="one_rule_of_a_role_begins_on_a_day",
                violation_error_message=_("A norm of this profession and kind begins on that day already."),
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="rule_amount_is_not_negative"),
            models.CheckConstraint(
                condition=Q(years=1)
                | Q(years__gt=1, proration="none", absence="shown", several_roles="highest", counted="last_day"),
                name="norm_of_several_years_stands_whole",
                violation_error_message=_("A norm of several years is owed whole: leave its policies as they are."),
            ),
        ]

    def __str__(self):
        return f"{self.role}: {self.amount} ({self.valid_from})"

    @property
    def stands(self):
        return self.replaced_by_id is None and self.withdrawn_at is None

    def period(self, year):
        """The first and the last year of the period that holds the year."""
        return norms.period(self, year)
