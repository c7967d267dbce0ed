"""Events for the tests of their pages."""

from datetime import date

from events.models import EventIndexPage, EventPage


def add_event(title="Viņi ir mēs", **fields):
    rows = {name: fields.pop(name) for name in ("meetings", "programme", "recordings", "subjects") if name in fields}
    event = EventPage(title=title, **{"kind": "conference", "year": 2022} | fields)
    for name, values in rows.items():
        setattr(event, name, values)
    return EventIndexPage.objects.get().add_child(instance=event)


AUTUMN = date(2015, 10, 14), date(2015, 11, 11)
