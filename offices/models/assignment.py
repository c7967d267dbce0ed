from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Employer

ONE_OR_THE_OTHER = Q(person=None, role__isnull=False) | Q(person__isnull=False, role=None)


class AssignmentQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(withdrawn_at=None)

    def visible_to(self, user, on):
        """Those of the employers and units that the person manages on a day."""
        return self.filter(employer__in=Employer.objects.managed_by(user, on))

    def seen_by(self, user, on):
        """Those too that the employer's manager made and that may reach people of the user's unit."""
        managed = Employer.objects.managed_by(user, on)
        return self.filter(Q(employer__in=managed) | Q(employer__in=managed.values("parent")))


class Assignment(models.Model):
    """„Norīkojums”: someone, or everyone of a profession at an employer, is to finish a course by a day.

    One for a profession reaches who joins later and lets go who leaves. The title is kept for a course that is gone.
    """

    course_key = models.UUIDField(_("course key"))
    course_title = models.CharField(_("course"), max_length=255)
    employer = models.ForeignKey("people.Employer", models.PROTECT, "assignments", verbose_name=_("employer or unit"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, "assignments", null=True, blank=True, verbose_name=_("person")
    )
    role = models.ForeignKey(
        "people.Role", models.PROTECT, "assignments", null=True, blank=True, verbose_name=_("profession")
    )
    due = models.DateField(_("due date"))
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("assigned by"))
    assigned_at = models.DateTimeField(_("assigned at"))
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["due", "course_title", "id"]
        constraints = [
            models.CheckConstraint(condition=ONE_OR_THE_OTHER, name="assigned_to_a_person_or_a_profession"),
            models.UniqueConstraint(
                fields=["course_key", "employer", "person"],
                condition=Q(withdrawn_at=None, role=None),
                name="one_standing_assignment_per_person",
            ),
            models.UniqueConstraint(
                fields=["course_key", "employer", "role"],
                condition=Q(withdrawn_at=None, person=None),
                name="one_standing_assignment_per_profession",
            ),
        ]

    def __str__(self):
        return f"{self.course_title}: {self.person or self.role}"
