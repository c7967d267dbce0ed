from datetime import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.csp import build_policy
from django.utils.functional import cached_property
from django.utils.timezone import make_aware
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import PageManager

from pages.models import ArchivePage, BasePageQuerySet
from people.wording import days_phrase

from .kinds import KINDS, Frame, Kind
from .parts import Meeting, Recording


class EventQuerySet(BasePageQuerySet):
    def matching(self, asked):
        """What a visitor's filters leave; a value that no filter offers is as if not asked."""
        events = self
        if asked.get("kind") in Kind.values:
            events = events.filter(kind=asked["kind"])
        if (year := asked.get("year", "")).isdecimal() and len(year) == 4:
            events = events.filter(year=int(year))
        if topic := asked.get("topic", "").replace("\0", ""):
            events = events.filter(subjects__topic__slug=topic)
        return events

    def by_year(self):
        """The newest first; those whose year is not known last."""
        recent = models.F("year").desc(nulls_last=True)
        return self.order_by(recent, models.F("first_day").desc(nulls_last=True), "kind", "path")

    def told(self, asked):
        """Each with whether it is among those asked for, whether there is a recording, how many meetings are known."""
        meetings = Meeting.objects.filter(event=OuterRef("pk")).order_by().values("event")
        return self.annotate(
            matches=Exists(EventPage.objects.filter(pk=OuterRef("pk")).matching(asked)),
            recorded=Exists(Recording.objects.filter(event=OuterRef("pk"))),
            meetings_known=Coalesce(Subquery(meetings.annotate(number=Count("pk")).values("number")), 0),
        )


class EventPage(ArchivePage):
    """A conference, discussion, seminar, summer school or think-tank, with what is left of it."""

    expected = ["year", "first_day", "place", "contributions", "programme", "recordings", "materials"]

    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.CONFERENCE)
    frame = models.CharField(_("part of"), max_length=10, choices=Frame, default=Frame.REGULAR)
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1990), MaxValueValidator(2100)],
        help_text=_("Leave it empty only while nobody knows it."),
    )
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave it empty if the event lasted one day.")
    )
    begins_at = models.TimeField(_("begins at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    online = models.BooleanField(_("held online"), default=False)
    attendance = models.CharField(
        _("participants"), max_length=200, blank=True, help_text=_("As the source tells it: “more than 100 on site”.")
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    content_panels = [
        *ArchivePage.before_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("frame")]),
        FieldPanel("year"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("begins_at"),
        FieldRowPanel([FieldPanel("place"), FieldPanel("online")]),
        FieldPanel("attendance"),
        InlinePanel("meetings", heading=_("Meetings in the regions"), label=_("meeting")),
        InlinePanel("programme", heading=_("Programme"), label=_("row")),
        InlinePanel("recordings", heading=_("Recordings"), label=_("recording")),
        InlinePanel("materials", heading=_("Materials"), label=_("material")),
        InlinePanel("photos", heading=_("Photos"), label=_("photo")),
        *ArchivePage.after_panels,
    ]
    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    template = "events/event_page.html"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day=None) | Q(last_day__gte=models.F("first_day")), name="event_ends_after_it_begins"
            )
        ]

    def clean(self):
        super().clean()
        if self.last_day and not self.first_day:
            raise ValidationError({"first_day": _("Enter the first day too.")})
        if self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day cannot be before the first.")})
        if self.first_day and self.year != self.first_day.year:
            raise ValidationError({"year": _("The year is not that of the first day.")})

    @property
    def kind_name(self):
        return str(self.get_kind_display())

    @property
    def when(self):
        if self.first_day:
            return days_phrase(self.first_day, self.last_day, "en" if get_language() == "en" else "lv")
        return str(self.year or "")

    @property
    def kind_names(self):
        return str(KINDS[self.kind])

    @property
    def dated(self):
        return str(self.first_day or self.year or "")

    @property
    def of_successor(self):
        return self.frame == Frame.SUCCESSOR

    @cached_property
    def kept_recordings(self):
        return list(self.recordings.all())

    @cached_property
    def kept_meetings(self):
        return list(self.meetings.all())

    def serve(self, request, *args, **kwargs):
        """Frames are allowed of the hosts of its own recordings only, and on this page only."""
        response = super().serve(request, *args, **kwargs)
        if hosts := sorted({shown.host for row in self.kept_recordings if (shown := row.player)}):
            frames = {"frame-src": [f"https://{host}" for host in hosts]}
            response["Content-Security-Policy"] = build_policy(settings.SECURE_CSP | frames)
        return response

    @property
    def begins(self):
        """For machines: the moment, the day or the year, as far as it is known."""
        if self.first_day and self.begins_at:
            return make_aware(datetime.combine(self.first_day, self.begins_at)).isoformat()
        return self.dated

    def structured_data(self):
        attended = "Online" if self.online else "Offline" if self.place else ""
        facts = {
            "@type": "Event",
            "description": self.summary,
            "startDate": self.begins,
            "endDate": self.last_day and self.last_day.isoformat(),
            "eventAttendanceMode": attended and f"https://schema.org/{attended}EventAttendanceMode",
            "location": self.place and {"@type": "Place", "name": self.place},
            "performer": [{"@type": "Person", "name": str(row)} for row in self.credits if row.role == "speaker"],
            "subEvent": [meeting.structured_data() for meeting in self.kept_meetings],
        }
        return {name: value for name, value in facts.items() if value}
