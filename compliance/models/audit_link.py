import hashlib
import secrets

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .certificate import Certificate


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class AuditLinkQuerySet(models.QuerySet):
    def of_token(self, token):
        return self.filter(token_hash=hashed(token))

    def open(self, at):
        return self.filter(withdrawn_at=None, expires_at__gt=at)


class AuditLink(models.Model):
    """A link by which an auditor sees one year statement without signing in, until it expires or is withdrawn.

    Only the hash of its token is kept: whoever reads the database cannot open a link.
    """

    certificate = models.ForeignKey(Certificate, models.PROTECT, "audit_links")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("expires at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    opened = models.PositiveIntegerField(_("opened"), default=0)
    last_opened_at = models.DateTimeField(_("last opened at"), null=True, blank=True)

    objects = AuditLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("auditor's link")
        verbose_name_plural = _("auditors' links")
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="audit_link_expires_after_it_is_made")
        ]

    def __str__(self):
        return f"{self.certificate}, {self.expires_at}"

    @classmethod
    def make(cls, certificate, *, lasting, at):
        """The saved link and its token, which nobody can be told again."""
        token = secrets.token_urlsafe(32)
        link = cls(certificate=certificate, token_hash=hashed(token), made_at=at, expires_at=at + lasting)
        link.save()
        return link, token

    def is_open(self, at):
        return self.withdrawn_at is None and at < self.expires_at

    def note_opening(self, at):
        AuditLink.objects.filter(pk=self.pk).update(opened=F("opened") + 1, last_opened_at=at)
