from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class MunicipalityQuerySet(models.QuerySet):
    def valid_on(self, day):
        return self.filter(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


class Municipality(models.Model):
    """A municipality as it was between two dates; a reform ends rows and begins others."""

    class Kind(models.TextChoices):
        NOVADS = "novads", _("municipality (novads)")
        STATE_CITY = "state_city", _("state city")
        REPUBLICAN_CITY = "republican_city", _("republican city")

    class Region(models.TextChoices):
        RIGA = "riga", _("Rīga planning region")
        VIDZEME = "vidzeme", _("Vidzeme planning region")
        KURZEME = "kurzeme", _("Kurzeme planning region")
        ZEMGALE = "zemgale", _("Zemgale planning region")
        LATGALE = "latgale", _("Latgale planning region")

    key = models.SlugField(_("key"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    atvk = models.CharField(_("ATVK code"), max_length=7, blank=True)
    iso = models.CharField(_("ISO 3166-2 code"), max_length=8, blank=True)
    region = models.CharField(_("planning region"), max_length=10, choices=Region, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    verified = models.BooleanField(_("verified"), default=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("municipality")
        verbose_name_plural = _("municipalities")
        ordering = ["name", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_from=None) | Q(valid_to__gte=F("valid_from")),
                name="municipality_ends_after_it_begins",
            )
        ]

    def __str__(self):
        return self.name


class MunicipalitySuccession(models.Model):
    """Where a municipality, or the named part of it, went on a day; one successor of each is the default."""

    predecessor = models.ForeignKey(Municipality, models.CASCADE, "successions", verbose_name=_("predecessor"))
    successor = models.ForeignKey(Municipality, models.CASCADE, "origins", verbose_name=_("successor"))
    on = models.DateField(_("on"))
    part = models.CharField(_("part"), max_length=200, blank=True, help_text=_("Empty means the whole."))
    is_default = models.BooleanField(_("default successor"), default=True)
    verified = models.BooleanField(_("verified"), default=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("succession of municipalities")
        verbose_name_plural = _("successions of municipalities")
        ordering = ["on", "predecessor__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "on"], condition=Q(is_default=True), name="one_default_successor"
            )
        ]

    def __str__(self):
        return f"{self.predecessor} → {self.successor}"
