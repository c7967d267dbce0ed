from collections import Counter

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable

from pages.blocks import ReadingBlock
from pages.models import SectionPage, TopicPage
from people.wording import sort_key

from .event import EventPage
from .kinds import Frame, Kind


class EventIndexPage(SectionPage):
    """/pasakumi/: what was held, by year, beside what was planned."""

    body = StreamField(ReadingBlock(), verbose_name=_("text"), blank=True)
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))

    content_panels = [
        *SectionPage.content_panels,
        InlinePanel("plans", heading=_("What was planned"), label=_("plan")),
        FieldPanel("body"),
        FieldPanel("sources"),
    ]
    subpage_types = ["events.EventPage"]
    template = "events/event_index_page.html"

    class Meta:
        verbose_name = _("events section")
        verbose_name_plural = _("events sections")

    def events(self):
        return EventPage.objects.child_of(self).live().public()

    def get_context(self, request, *args, **kwargs):
        """Every event is read: the choices and the table are about all of them, whatever is asked for."""
        events = list(self.events().by_year().told(request.GET).defer("body", "sources", "to_find_out"))
        return super().get_context(request, *args, **kwargs) | {
            "events": [event for event in events if event.matches],
            "kinds": Kind.choices,
            "years": years_of(events),
            "topics": topics_of(self.events()),
            "filtered": any(request.GET.get(name) for name in ("kind", "year", "topic")),
            "plans": self.plans_and_results(events),
        }

    def plans_and_results(self, events):
        """(plan, how many events of the regular support the archive holds, how many meetings with a known place)."""
        regular = [event for event in events if event.frame == Frame.REGULAR]
        held, meetings = Counter(event.kind for event in regular), sum(event.meetings_known for event in regular)
        return [(plan, held[plan.kind], meetings * (plan.kind == Kind.SEMINAR)) for plan in self.plans.all()]


def years_of(events):
    years = sorted({event.year for event in events if event.year}, reverse=True)
    return [(str(year), str(year)) for year in years]


def topics_of(events):
    found = TopicPage.objects.live().filter(pk__in=events.order_by().values("subjects__topic"))
    return sorted(found.values_list("slug", "title"), key=lambda topic: sort_key(topic[1]))


class PlannedEvents(Orderable):
    """How many events of a kind the project promised."""

    section = ParentalKey(EventIndexPage, on_delete=models.CASCADE, related_name="plans")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    number = models.PositiveSmallIntegerField(_("planned"))
    note = models.CharField(_("note"), max_length=300, blank=True)

    panels = [FieldRowPanel([FieldPanel("kind"), FieldPanel("number")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        constraints = [models.UniqueConstraint(fields=["section", "kind"], name="planned_once_per_kind")]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.number}"
