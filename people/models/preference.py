from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What a person may stop receiving by e-mail; the values are the fields of NoticePreference."""

    YEAR_90 = "year_90", _("a reminder 90 days before the end of the year")
    YEAR_30 = "year_30", _("a reminder 30 days before the end of the year")
    YEAR_7 = "year_7", _("a reminder 7 days before the end of the year")
    MANAGER = "manager", _("reminders that your manager sends")
    ASSIGNMENTS = "assignments", _("courses you are assigned to and their due dates")
    DECISIONS = "decisions", _("decisions on what you submitted")


TOPICS = {
    "year_reminder_90": Topic.YEAR_90,
    "year_reminder_30": Topic.YEAR_30,
    "year_reminder_7": Topic.YEAR_7,
    "manager_reminder": Topic.MANAGER,
    "assignment": Topic.ASSIGNMENTS,
    "assignment_due": Topic.ASSIGNMENTS,
    "external_approved": Topic.DECISIONS,
    "external_corrected": Topic.DECISIONS,
    "external_rejected": Topic.DECISIONS,
    "external_returned": Topic.DECISIONS,
    "exemption_granted": Topic.DECISIONS,
    "exemption_refused": Topic.DECISIONS,
    "absence_confirmed": Topic.DECISIONS,
    "absence_declined": Topic.DECISIONS,
}
"""The topic of each kind that can be stopped; a kind that is missing here always goes by e-mail."""

IN_PORTAL = [
    *TOPICS,
    "employment_confirmed",
    "employment_corrected",
    "employment_rejected",
    "employer_declined",
    "absence_asked",
    "plan_proposed",
    "statement_issued",
    "statement_replaced",
    "statement_revoked",
]
"""The kinds that their person reads in the portal too."""


def wanted(topic):
    return models.BooleanField(topic.label, default=True)


class NoticePreference(models.Model):
    """Which topics come by e-mail; who has no row gets them all. The portal shows every notice anyway."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_preference")
    year_90 = wanted(Topic.YEAR_90)
    year_30 = wanted(Topic.YEAR_30)
    year_7 = wanted(Topic.YEAR_7)
    manager = wanted(Topic.MANAGER)
    assignments = wanted(Topic.ASSIGNMENTS)
    decisions = wanted(Topic.DECISIONS)

    class Meta:
        verbose_name = _("preference of notices")
        verbose_name_plural = _("preferences of notices")

    def __str__(self):
        return f"{self.person_id}"


def stopped(topic):
    """The rows of those who do not want mails of a topic."""
    return NoticePreference.objects.filter(**{topic: False})
