"""The legal day: law counts days and years in Latvia, wherever the server stands."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

RIGA = ZoneInfo("Europe/Riga")


def legal_date(at: datetime) -> date:
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone has no legal date")
    return at.astimezone(RIGA).date()
