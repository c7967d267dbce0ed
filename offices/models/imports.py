import re
from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people import groups
from people.models import Employer

FORGOTTEN_AFTER = timedelta(days=7)
WRITTEN = ("account", "job", "invitation", "credit")
"""Outcomes of rows (offices/importing/plan.py) that write something."""


EVIDENCE = re.compile(r"import:(\d+)(?: |$)")


def run_in(evidence: str) -> int | None:
    """The run that an entry of the ledger names as its evidence."""
    named = EVIDENCE.match(evidence)
    return int(named[1]) if named else None


class ImportRunQuerySet(models.QuerySet):
    def visible_to(self, user, on=None):
        """Managers see the runs of what they manage, administrators those of other systems."""
        of_systems = Q(kind=ImportRun.Kind.SYSTEM) if user.belongs_to(groups.ADMINISTRATOR) else Q(pk=None)
        managed = Employer.objects.managed_by(user, on or timezone.localdate())
        return self.filter(of_systems | Q(employer__in=managed))

    def checked(self):
        return self.filter(state=ImportRun.State.CHECKED)

    def forgotten(self, at):
        """Checked and then left: what it holds of people is not kept for ever."""
        return self.checked().filter(uploaded_at__lt=at - FORGOTTEN_AFTER)

    def abandon(self):
        return self.update(state=ImportRun.State.ABANDONED, rows=[], errors=[])

    def replaced_by(self, run):
        """What its uploader checked before and never confirmed, of the same kind and place."""
        same = self.checked().filter(uploaded_by=run.uploaded_by, kind=run.kind, employer=run.employer)
        return same.exclude(pk=run.pk)


class ImportRun(models.Model):
    """A file that was read and checked, and written once its uploader confirmed it. The file itself is not kept.

    `rows` holds what would be written and `errors` what is wrong, as [row number, text]; both are emptied
    when the run is over, so that people's data stand in one place only.
    """

    class Kind(models.TextChoices):
        STAFF = "staff", _("Staff")
        TRAINING = "training", _("Past training")
        SYSTEM = "system", _("Training from another learning system")

    class State(models.TextChoices):
        CHECKED = "checked", _("waits for confirmation")
        IMPORTED = "imported", _("imported")
        ABANDONED = "abandoned", _("abandoned")

    employer = models.ForeignKey(Employer, models.PROTECT, "imports", null=True, verbose_name=_("employer"))
    system = models.CharField(_("name of the system"), max_length=100, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CHECKED)
    file_name = models.CharField(_("name of the file"), max_length=200)
    digest = models.CharField(_("digest of the file"), max_length=64)
    rows = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    errors = models.JSONField(default=list)
    counts = models.JSONField(_("counts"), default=dict, encoder=DjangoJSONEncoder)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", verbose_name=_("uploaded by"))
    uploaded_at = models.DateTimeField(_("uploaded at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="system", employer=None) & ~Q(system="")
                | ~Q(kind="system") & Q(employer__isnull=False, system=""),
                name="import_is_of_an_employer_or_of_a_system",
            )
        ]

    def __str__(self):
        return self.file_name

    @property
    def source(self):
        return self.system or str(self.employer)

    @property
    def changes(self):
        """Whether confirming it would write anything."""
        return not self.counts.get("wrong") and any(self.counts.get(outcome) for outcome in WRITTEN)

    @property
    def state_in_words(self):
        """Only a file in order that would change something waits for anyone."""
        if self.state != self.State.CHECKED or self.changes:
            return self.get_state_display()
        return _("has errors") if self.counts.get("wrong") else _("nothing new in it")

    @property
    def warnings(self):
        """[row number, text] of the rows that confirming would write though they may be wrong."""
        return [[row["number"], row["warning"]] for row in self.rows if "warning" in row]

    @property
    def evidence(self):
        """What the ledger's entries name as their evidence."""
        return f"import:{self.pk}"
