from events.models import EventIndexPage, EventPage

from .document import Document
from .fields import rows, texts
from .registry import tells_of


@tells_of(EventPage, kind="event")
def of_event(page):
    held = rows(page.meetings, "city") + rows(page.programme, "title", "speakers")
    kept = rows(page.recordings, "title") + rows(page.materials, "title") + rows(page.photos, "alt", "caption")
    return Document(
        [*texts(page, "summary", "english_title", "place"), page.kind_name, *held, *texts(page, "body"), *kept],
        year=page.year,
        day=page.first_day,
        files=[row.document_id for row in page.materials.all()],
    )


@tells_of(EventIndexPage, kind="page")
def of_events(page):
    return Document([page.lead, *texts(page, "body"), *rows(page.plans, "note")])
