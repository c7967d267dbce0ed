from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..documents.kinds import Kind
from .external import ExternalCertificate


class DocumentQuerySet(models.QuerySet):
    def visible_to(self, user, on=None):
        """A person's own, what one brought for somebody until it is submitted, and the evidence one decides by."""
        certificates = ExternalCertificate.objects.exclude(document=None)
        evidence = certificates.seen_by(user, on or timezone.localdate())
        brought = Q(uploaded_by=user) & ~Q(pk__in=certificates.values("document"))
        return self.filter(Q(person=user) | brought | Q(pk__in=evidence.values("document")))

    def unused(self):
        """Files that nothing points at: added, and then never submitted."""
        return self.filter(**{f"{relation.name}__isnull": True for relation in self.model._meta.related_objects})


class Document(models.Model):
    """A file brought from outside as evidence: seen as page pictures (`previews`), given only as an attachment.

    kind: what the upload was by its content. digest: SHA-256 of the upload. signers: names as written in the
    container, never verified. file: the upload, or a copy drawn anew (docs/decisions/0013).
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "documents", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    size = models.PositiveIntegerField(_("size"))
    digest = models.CharField(max_length=64, db_index=True)
    pages = models.PositiveSmallIntegerField(_("pages"), default=0)
    signers = models.JSONField(_("signers"), default=list, blank=True)
    text = models.TextField(_("text"), blank=True)
    file = models.FileField(max_length=200)
    previews = models.JSONField(default=list, blank=True)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded at"))

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-uploaded_at", "-id"]

    def __str__(self):
        return self.name
