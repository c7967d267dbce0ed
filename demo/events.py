"""The archive of events: what the documents of the project and the news name, and nothing else."""

from datetime import time

from events.models import (
    EventIndexPage,
    EventPage,
    Frame,
    Meeting,
    PlannedEvents,
    ProgrammeRow,
    Recording,
)
from methodologies.models import GuidelinePage, MethodologyPage
from pages.models import Relation
from podcasts.models import EpisodePage
from publications.models import StudyPage

from . import archive, sheets

ROLES = {"speakers": "speaker", "moderators": "moderator", "guests": "guest"}


def event_page(sheet, results):
    frame = sheet.get("frame", Frame.REGULAR)
    sources = [results] if frame == Frame.REGULAR else []
    page = EventPage(
        kind=sheet["kind"],
        frame=frame,
        year=sheet.get("year"),
        first_day=sheet.get("first"),
        last_day=sheet.get("last"),
        begins_at=time.fromisoformat(sheet["time"]) if "time" in sheet else None,
        place=sheet.get("place", ""),
        online=sheet.get("online", False),
        attendance=sheet.get("attendance", ""),
        slug=sheet["slug"],
        title=sheet["title"],
        summary=sheet.get("summary", ""),
        body=sheets.text_body(sheet.get("body", ""), "event", sheet["slug"]),
        sources="\n".join(sources + sheet.get("sources", [])),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key("event", sheet["slug"]),
    )
    page.meetings = [Meeting(city=city, day=day[0] if day else None) for city, *day in sheet.get("meetings", [])]
    page.programme = [ProgrammeRow(**row) for row in sheet.get("programme", [])]
    page.recordings = [Recording(**row) for row in sheet.get("recording", [])]
    return page


def load_section(sheet):
    section = EventIndexPage.objects.get(slug="pasakumi")
    section.title, section.intro, section.sources = sheet["title"], sheet["intro"], "\n".join(sheet["sources"])
    section.body = sheets.text_body(sheet["html"], "events")
    section.plans = [PlannedEvents(**plan) for plan in sheet["plan"]]
    section.save_revision().publish()
    return section


def load_events():
    content = sheets.read("events.toml")
    section = load_section(content["section"])
    for sheet in content["event"]:
        page = event_page(sheet, content["section"]["results"])
        for list_name, role in ROLES.items():
            archive.credit(page, role, sheet.get(list_name, []))
        archive.on_topics(page, sheet.get("topics", []))
        archive.related_to(page, what_it_is_about(sheet))
        archive.add_page(section, page)
    relate(section, content["event"])


def what_it_is_about(sheet):
    yield from MethodologyPage.objects.filter(slug__in=sheet.get("methodologies", []))
    yield from GuidelinePage.objects.filter(slug__in=sheet.get("guidelines", []))
    yield from EpisodePage.objects.filter(slug__in=sheet.get("episodes", []))
    yield from StudyPage.objects.filter(slug__in=sheet.get("studies", []))


def relate(section, rows):
    """Events to events, once all are there."""
    by_slug = {page.slug: page for page in EventPage.objects.child_of(section)}
    Relation.objects.bulk_create(
        Relation(page=by_slug[row["slug"]], related=by_slug[other], sort_order=100)
        for row in rows
        for other in row.get("related", [])
    )
