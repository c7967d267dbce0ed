from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .rule import Kind, Unit


class CreditEntryQuerySet(models.QuerySet):
    def earned_in(self, year):
        return self.filter(year=year)

    def originals(self):
        return self.filter(entry=CreditEntry.Entry.ORIGINAL)

    def standing(self):
        """Entries that count as shown: neither reversals nor what was reversed."""
        return self.exclude(entry=CreditEntry.Entry.REVERSAL).filter(reversal=None)


class CreditEntry(models.Model):
    """One line of the append-only ledger: hours or sessions a person earned, never edited, never deleted.

    Triggers (compliance/triggers.py) refuse UPDATE, DELETE and TRUNCATE. A mistake is mended by a reversal
    (the amount negated) and a correction that points at the reversed line.
    """

    class Entry(models.TextChoices):
        ORIGINAL = "original", _("original")
        REVERSAL = "reversal", _("reversal")
        CORRECTION = "correction", _("correction")

    class Source(models.TextChoices):
        COURSE = "course", _("E-course")
        CERTIFICATE = "certificate", _("Certificate obtained elsewhere")
        EVENT = "event", _("In-person training")
        SUPERVISION = "supervision", _("Supervision session")
        IMPORT = "import", _("Imported")

    class Funding(models.TextChoices):
        EMPLOYER = "employer", _("the employer")
        PERSON = "person", _("the person")
        PROJECT = "project", _("a project or the state")
        OTHER = "other", _("someone else")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "credit_entries", verbose_name=_("person"))
    sequence = models.PositiveIntegerField(_("sequence"))
    entry = models.CharField(_("entry"), max_length=10, choices=Entry, default=Entry.ORIGINAL)
    reverses = models.OneToOneField("self", models.PROTECT, related_name="reversal", null=True, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, related_name="correction", null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind)
    unit = models.CharField(_("unit"), max_length=15, choices=Unit)
    amount = models.DecimalField(_("amount"), max_digits=7, decimal_places=2)
    legal_date = models.DateField(_("legal date"), help_text=_("The day in Latvia that decides the year."))
    year = models.PositiveSmallIntegerField(_("year"))
    source = models.CharField(_("source"), max_length=15, choices=Source)
    source_key = models.CharField(_("key of the source"), max_length=64)
    source_version = models.CharField(_("version of the source"), max_length=64, blank=True)
    title = models.CharField(_("title"), max_length=300)
    provider = models.CharField(_("provider"), max_length=200, blank=True)
    evidence = models.CharField(_("evidence"), max_length=200, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    funding = models.CharField(_("who paid or sent"), max_length=10, choices=Funding, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"))
    text = models.TextField(_("canonical text"))
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = CreditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit entry")
        verbose_name_plural = _("credit entries")
        ordering = ["-legal_date", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "sequence"], name="ledger_lines_are_numbered"),
            models.UniqueConstraint(
                fields=["person", "kind", "source", "source_key", "source_version"],
                condition=Q(entry="original"),
                name="credited_once_per_source",
            ),
            models.UniqueConstraint(
                fields=["person", "source_key", "year"],
                condition=Q(entry="original", source="course"),
                name="course_credited_once_a_year",
            ),
            models.CheckConstraint(
                condition=Q(entry="original", reverses=None, corrects=None)
                | Q(entry="reversal", reverses__isnull=False, corrects=None)
                | Q(entry="correction", reverses=None, corrects__isnull=False),
                name="entry_points_at_what_it_mends",
            ),
            models.CheckConstraint(condition=Q(entry="reversal") | Q(amount__gt=0), name="only_a_reversal_is_negative"),
        ]
        indexes = [models.Index(fields=["person", "year", "kind"], name="entries_of_a_person_year")]

    def __str__(self):
        return f"{self.title}: {self.amount}"

    @property
    def reversed_only(self):
        """Taken back, and nothing was credited instead."""
        return hasattr(self, "reversal") and not hasattr(self, "correction")


class LedgerHead(models.Model):
    """The last line of a person's chain; locked first in every award."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="ledger_head", primary_key=True
    )
    sequence = models.PositiveIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("ledger head")
        verbose_name_plural = _("ledger heads")


class Seal(models.Model):
    """One digest over the ledger, taken each night: over the seal before it and every head that moved since."""

    sealed_at = models.DateTimeField(_("sealed at"))
    people = models.PositiveIntegerField(_("people"))
    entries = models.PositiveIntegerField(_("entries"))
    last_entry = models.BigIntegerField(_("last entry"), default=0)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        ordering = ["-sealed_at"]
