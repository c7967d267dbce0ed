from django.db import models
from django.utils.translation import gettext_lazy as _

MOST_OFFERED = 500


def key_of(name):
    """The same for every way of writing a name: case and spaces do not matter."""
    return " ".join(name.casefold().split())


class ProviderQuerySet(models.QuerySet):
    def offered(self):
        """Names to choose from while one types."""
        return self.values_list("name", flat=True)[:MOST_OFFERED]

    def spelt(self, name):
        """The name as the list has it, or as it was typed."""
        known = self.filter(key=key_of(name)).first()
        return known.name if known else " ".join(name.split())

    def add_name(self, name):
        return self.get_or_create(key=key_of(name), defaults={"name": name})[0]


class Provider(models.Model):
    """Someone who teaches elsewhere; the list grows with each approved certificate."""

    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=400, unique=True, editable=False)

    objects = ProviderQuerySet.as_manager()

    class Meta:
        verbose_name = _("provider")
        verbose_name_plural = _("providers")
        ordering = ["name"]

    def __str__(self):
        return self.name
