"""What is left of an event: the rows of its page."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from ..recordings import player


class Meeting(Orderable):
    """One of the meetings of a seminar that went through the regions."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="meetings")
    city = models.CharField(_("place"), max_length=100)
    day = models.DateField(_("day"), null=True, blank=True)

    panels = [FieldRowPanel([FieldPanel("city"), FieldPanel("day")])]

    class Meta(Orderable.Meta):
        verbose_name = _("meeting in a region")
        verbose_name_plural = _("meetings in regions")

    def __str__(self):
        return self.city

    def structured_data(self):
        day = {"startDate": self.day.isoformat()} if self.day else {}
        return {"@type": "Event", "name": self.city, "location": {"@type": "Place", "name": self.city}} | day


class ProgrammeRow(Orderable):
    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="programme")
    begins_at = models.TimeField(_("begins at"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=300)
    speakers = models.CharField(_("speakers"), max_length=300, blank=True)

    panels = [FieldRowPanel([FieldPanel("begins_at"), FieldPanel("title")]), FieldPanel("speakers")]

    class Meta(Orderable.Meta):
        verbose_name = _("row of the programme")
        verbose_name_plural = _("programme")

    def __str__(self):
        return self.title


class Recording(Orderable):
    """Somewhere else or a file of the portal; nothing of elsewhere is asked for before the reader says so."""

    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="recordings")
    title = models.CharField(_("title"), max_length=255)
    address = models.URLField(
        _("address"),
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text=_("YouTube and PeerTube can be played in the page; any other address is shown as a link."),
    )
    file = models.ForeignKey(
        "wagtailmedia.Media", models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("own file")
    )
    captions = models.ForeignKey(
        "wagtaildocs.Document",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("captions (WebVTT file)"),
    )

    panels = [FieldPanel("title"), FieldPanel("address"), FieldPanel("file"), FieldPanel("captions")]

    class Meta(Orderable.Meta):
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self):
        return self.title

    @property
    def player(self):
        return player(self.address)

    def clean(self):
        super().clean()
        if bool(self.address) == bool(self.file):
            raise ValidationError({"address": _("Enter an address or choose a file, one of the two.")})


class Material(Orderable):
    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(_("title"), max_length=255)
    document = models.ForeignKey("wagtaildocs.Document", models.CASCADE, related_name="+", verbose_name=_("document"))

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")

    def __str__(self):
        return self.title


class Photo(Orderable):
    event = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey("wagtailimages.Image", models.CASCADE, related_name="+", verbose_name=_("image"))
    alt = models.CharField(
        _("alternative text"),
        max_length=300,
        help_text=_("What the photo shows, for people who do not see it: who, where, what they do."),
    )
    caption = models.CharField(_("caption"), max_length=300, blank=True)

    panels = [FieldPanel("image"), FieldPanel("alt"), FieldPanel("caption")]

    class Meta(Orderable.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def __str__(self):
        return self.alt
