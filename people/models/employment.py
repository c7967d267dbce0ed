import datetime
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from .. import groups
from .employer import Employer, running_on

MOST_WORKLOAD = Decimal("1.5")


class Role(models.Model):
    """A job that rules name („amats”), such as social worker; the list grows as law does."""

    code = models.SlugField(_("code"), primary_key=True, max_length=40)
    name_lv = models.CharField(_("name in Latvian"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    position = models.PositiveSmallIntegerField(_("position"), default=100)

    class Meta:
        verbose_name = _("profession")
        verbose_name_plural = _("professions")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name_en if get_language() == "en" else self.name_lv


class EmploymentQuerySet(models.QuerySet):
    def confirmed(self):
        return self.filter(state=Employment.State.CONFIRMED)

    def claimed(self):
        return self.filter(state=Employment.State.CLAIMED)

    def standing(self):
        return self.exclude(state=Employment.State.REJECTED)

    def running(self, on):
        return self.filter(running_on(on))

    def in_year(self, year):
        """Held at least one day of a calendar year."""
        first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
        return self.filter(Q(start__lte=last) & (Q(end=None) | Q(end__gte=first)))

    def visible_to(self, user, on=None):
        """The rows a person may see: administrators all, managers those of their employers, others their own."""
        if user.belongs_to(groups.ADMINISTRATOR):
            return self
        managed = Employer.objects.managed_by(user, on or timezone.localdate())
        return self.filter(Q(person=user) | Q(employer__in=managed))

    def managed_by(self, user, on=None):
        """The employments at the employers and units that the person manages."""
        return self.filter(employer__in=Employer.objects.managed_by(user, on or timezone.localdate()))


class Employment(models.Model):
    """A person holds a job at an employer or unit between two dates; corrections are new rows."""

    class State(models.TextChoices):
        CLAIMED = "claimed", _("not confirmed yet")
        CONFIRMED = "confirmed", _("confirmed")
        REJECTED = "rejected", pgettext_lazy("employment", "rejected")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "employments", verbose_name=_("person"))
    employer = models.ForeignKey(Employer, models.PROTECT, "employments", verbose_name=_("employer or unit"))
    role = models.ForeignKey(Role, models.PROTECT, "employments", verbose_name=_("profession"))
    workload = models.DecimalField(
        _("workload"),
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("Part of full time, for example 0.5. Kept for the record; the norm does not depend on it."),
    )
    start = models.DateField(_("from"))
    end = models.DateField(_("to"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CLAIMED)
    claimed_at = models.DateTimeField(_("named at"))
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True, verbose_name=_("decided by")
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, related_name="replaced_by", null=True, blank=True, verbose_name=_("replaces")
    )
    ended_at = models.DateTimeField(_("end recorded at"), null=True, blank=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("employment")
        verbose_name_plural = _("employments")
        ordering = ["-start", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")), name="employment_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(workload=None) | Q(workload__gt=0, workload__lte=MOST_WORKLOAD),
                name="workload_is_a_part_of_full_time",
            ),
            models.UniqueConstraint(
                fields=["person", "employer", "role", "start"],
                condition=~Q(state="rejected"),
                name="employment_named_once",
            ),
        ]

    def __str__(self):
        return f"{self.role}, {self.employer}"
