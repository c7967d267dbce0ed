import json
from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Employer

from ..riga import legal_date

LAST_DOCUMENTS = (2, 15)
"""Documents of a year are taken until this day of the next one."""


class ExtractQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(replaced_at=None)

    def visible_to(self, user, on):
        """Those of the employers that someone manages on a day."""
        return self.filter(employer__in=Employer.objects.managed_by(user, on))


class Extract(models.Model):
    """What an employer keeps of a person whose work there is over („izraksts”): the years there, frozen.

    `facts` is canonical JSON and `digest` its SHA-256; it outlives the person's account. A corrected employment
    brings a new extract, and the older one is marked replaced.
    """

    employer = models.ForeignKey(Employer, models.PROTECT, "extracts", verbose_name=_("employer"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "extracts", verbose_name=_("person"))
    left_on = models.DateField(_("last day"))
    facts = models.TextField(_("frozen facts"))
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(_("frozen at"))
    replaces = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True, blank=True)
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    objects = ExtractQuerySet.as_manager()

    class Meta:
        verbose_name = _("extract")
        verbose_name_plural = _("extracts")
        ordering = ["-frozen_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "employer"],
                condition=models.Q(replaced_at=None),
                name="one_standing_extract_per_person_and_employer",
            )
        ]

    def __str__(self):
        return f"{self.person_id} {self.employer_id} {self.left_on}"

    @property
    def shown(self):
        return json.loads(self.facts)

    def outdated(self, today):
        """Whether the last documents of the year of leaving may have come since it was frozen."""
        closed = date(self.left_on.year + 1, *LAST_DOCUMENTS)
        return legal_date(self.frozen_at) <= closed < today
