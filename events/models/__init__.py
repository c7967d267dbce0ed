from .event import EventPage
from .kinds import Frame, Kind
from .parts import Material, Meeting, Photo, ProgrammeRow, Recording
from .section import EventIndexPage, PlannedEvents

__all__ = [
    "EventIndexPage",
    "EventPage",
    "Frame",
    "Kind",
    "Material",
    "Meeting",
    "Photo",
    "PlannedEvents",
    "ProgrammeRow",
    "Recording",
]
