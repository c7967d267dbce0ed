import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .preference import IN_PORTAL, TOPICS

TAKEN_AGAIN_AFTER = datetime.timedelta(minutes=15)
GIVEN_UP_AFTER = datetime.timedelta(days=3)


class NoticeQuerySet(models.QuerySet):
    def due(self, at):
        """Waiting, or taken so long ago that whoever took it has died."""
        stale = Q(state=Notice.State.TAKEN, taken_at__lt=at - TAKEN_AGAIN_AFTER)
        return self.filter(Q(state=Notice.State.PENDING) | stale)

    def in_portal(self):
        """Those that their person reads in the portal too."""
        return self.filter(kind__in=IN_PORTAL)

    def unread(self):
        return self.filter(read_at=None)

    def written_too_long_ago(self, at):
        return self.filter(created_at__lt=at - GIVEN_UP_AFTER)


class Notice(models.Model):
    """A mail as a row, written in the transaction that causes it and sent afterwards, once.

    Secrets (sign-in codes, reset links) are never Notices. `kind` names the template pair
    templates/emails/<kind>_subject.txt and <kind>.txt; `key` keeps one cause from mailing twice.
    """

    class State(models.TextChoices):
        PENDING = "pending", _("waits")
        TAKEN = "taken", _("being sent")
        SENT = "sent", _("sent")
        GIVEN_UP = "given_up", _("not sent")
        KEPT = "kept", _("only in the portal")

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=50)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, "notices", null=True, blank=True)
    email = models.EmailField(blank=True, help_text=_("For someone without an account."))
    language = models.CharField(max_length=5, default="lv")
    context = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    created_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["created_at"], condition=~Q(state="sent"), name="unsent_notices")]

    def __str__(self):
        return self.key

    @property
    def topic(self):
        """What the person may stop; None for what is always sent."""
        return TOPICS.get(self.kind)


class JobRun(models.Model):
    """When a scheduled job last began; taken by a conditional UPDATE, so two loops never run it twice."""

    name = models.CharField(max_length=100, unique=True)
    began_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("job run")
        verbose_name_plural = _("job runs")

    def __str__(self):
        return self.name
