from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from .employer import Employer
from .employment import Employment


class ApproverQuerySet(models.QuerySet):
    def named_on(self, on):
        return self.filter(Q(start__lte=on) & (Q(end=None) | Q(end__gt=on)))

    def deciding(self, on):
        """Those who can decide on a day: named, and still on the staff of the employer or of a unit of it."""
        here = Q(employer=OuterRef("employer")) | Q(employer__parent=OuterRef("employer"))
        staff = Employment.objects.confirmed().running(on).filter(here, person=OuterRef("person"))
        return self.named_on(on).filter(Exists(staff), person__is_active=True)

    def managed_by(self, user, on):
        return self.filter(employer__in=Employer.objects.managed_by(user, on))


class Approver(models.Model):
    """A member of staff whom the manager lets decide about colleagues' certificates; `end` is the first day without."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "approver_of", verbose_name=_("person"))
    employer = models.ForeignKey(Employer, models.PROTECT, "approvers", verbose_name=_("employer or unit"))
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("named by"))
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    objects = ApproverQuerySet.as_manager()

    class Meta:
        verbose_name = _("approver")
        verbose_name_plural = _("approvers")
        ordering = ["employer__name", "person__last_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end=None) | Q(end__gte=F("start")), name="approver_ends_after_beginning"
            ),
            models.UniqueConstraint(
                fields=["person", "employer"], condition=Q(end=None), name="approver_named_once_at_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.person} – {self.employer}"
