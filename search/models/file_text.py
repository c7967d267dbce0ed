from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string


class FileText(models.Model):
    """What stands on the pages of a PDF, read once; a file that took its place is read anew."""

    document = models.OneToOneField(
        get_document_model_string(), models.CASCADE, related_name="+", verbose_name=_("document")
    )
    file = models.CharField(_("file"), max_length=255)
    pages = models.JSONField(_("texts of the pages"), default=list)
    is_readable = models.BooleanField(_("can be read"), default=True)

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")

    def __str__(self):
        return self.file
