from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExternalStep(models.Model):
    """One thing that happened to a certificate obtained elsewhere; its person reads them all."""

    class Verb(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        RETURNED = "returned", _("returned to be made precise")
        RESUBMITTED = "resubmitted", _("made precise and submitted again")
        WITHDRAWN = "withdrawn", _("withdrawn")
        APPROVED = "approved", _("approved")
        REJECTED = "rejected", _("rejected")
        CORRECTED = "corrected", _("corrected")
        SEEN = "seen", _("looked at afterwards")

    certificate = models.ForeignKey("compliance.ExternalCertificate", models.PROTECT, "steps")
    verb = models.CharField(_("step"), max_length=15, choices=Verb)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("step of a certificate")
        verbose_name_plural = _("steps of a certificate")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.certificate_id} {self.verb}"
