from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .columns import ByteOrdered, RowNumber
from .shelf import Shelf


class Entry(models.Model):
    """What can be found: one public page. Its number is its place in the order (search/order.py).

    THE index: always written, in the database, whatever engine answers. Triggers keep the database's own full text in
    step with it (search/engines/database).
    """

    id = RowNumber(primary_key=True)
    page = models.OneToOneField(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    shelf = models.ForeignKey(Shelf, models.PROTECT, related_name="+", verbose_name=_("facets"))
    title = models.CharField(_("title"), max_length=255)
    names = models.TextField(_("other names"), blank=True)  # one a line
    sorted_as = ByteOrdered(max_length=255)
    address = models.CharField(_("address"), max_length=2000)
    crumbs = models.TextField(_("pages above"), blank=True)  # their titles, one a line
    when = models.CharField(_("when"), max_length=100, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    bag = models.TextField(_("words"))
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")
        indexes = [models.Index(fields=["sorted_as", "id"], name="entries_by_title")]

    def __str__(self):
        return self.title


class Part(models.Model):
    """A piece of an entry's text as long as a reader looks through at once: a page of a PDF, a minute of a transcript.

    Its address leads there; without one the entry's does.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="parts", verbose_name=_("entry"))
    number = models.PositiveIntegerField(_("number"))
    address = models.CharField(_("address"), max_length=2000, blank=True)
    place = models.CharField(_("as readers see it"), max_length=60, blank=True)
    text = models.TextField(_("text"))
    keys = models.TextField(_("words"))  # each between spaces

    class Meta:
        verbose_name = _("part of an entry")
        verbose_name_plural = _("parts of entries")
        constraints = [models.UniqueConstraint(fields=["entry", "number"], name="one_part_per_number")]

    def __str__(self):
        return f"{self.entry_id}, {self.number}"
