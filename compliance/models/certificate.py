import json
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import canonical, codes, portal_keys
from .ledger import CreditEntry


class CertificateQuerySet(models.QuerySet):
    def standing(self):
        """Neither revoked nor replaced."""
        return self.filter(revoked_at=None, replaced_at=None)

    def statements(self):
        return self.filter(kind=Certificate.Kind.YEAR_STATEMENT)


class Certificate(models.Model):
    """A document of the portal („apliecība”) with facts frozen at once; its PDF is rendered when first asked for.

    `facts` is canonical JSON and `digest` its SHA-256; nothing renamed later changes them. Those of a year statement
    are sealed with the portal's key (compliance/portal_keys.py) as well.
    """

    class Kind(models.TextChoices):
        COURSE = "course", _("course certificate")
        ATTENDANCE = "attendance", _("certificate of attendance")
        YEAR_STATEMENT = "year_statement", _("year statement")

    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.COURSE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "certificates")
    entry = models.OneToOneField(CreditEntry, models.PROTECT, related_name="certificate", null=True, blank=True)
    source_key = models.CharField(max_length=64)
    source_version = models.CharField(max_length=64, blank=True)
    code = models.CharField(_("code"), max_length=20, unique=True)
    facts = models.TextField(_("frozen facts"))
    digest = models.CharField(max_length=64)
    signature = models.CharField(max_length=88, blank=True)
    key_id = models.CharField(max_length=16, blank=True)
    issued_at = models.DateTimeField(_("issued at"))
    pdf = models.FileField(upload_to="certificates/%Y/", blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    revoked_reason = models.CharField(_("reason of revocation"), max_length=300, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)
    replaced_by = models.OneToOneField("self", models.PROTECT, related_name="replaces", null=True, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "source_key", "source_version"],
                condition=models.Q(revoked_at=None, replaced_at=None),
                name="one_standing_certificate_per_source",
            )
        ]

    def __str__(self):
        return self.code

    @property
    def shown(self):
        """The frozen facts as people read them."""
        facts = json.loads(self.facts)
        return facts | {
            "hours": Decimal(facts["hours"]),
            "completed_on": facts["completed_on"] and date.fromisoformat(facts["completed_on"]),
            "issued_on": date.fromisoformat(facts["issued_on"]),
            "code": codes.written(self.code),
        }

    @property
    def state(self):
        if self.replaced_at:
            return "replaced"
        return "revoked" if self.revoked_at else "valid"

    @property
    def is_statement(self):
        return self.kind == self.Kind.YEAR_STATEMENT

    @property
    def is_intact(self):
        """Whether the facts are those that were frozen under this code and, of a year statement, sealed."""
        if canonical.digest(self.facts) != self.digest:
            return False
        if not self.is_statement:
            return True
        same = json.loads(self.facts)["code"] == self.code
        return same and portal_keys.holds(self.facts, self.signature, self.key_id)
