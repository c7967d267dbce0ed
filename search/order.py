"""The number of an entry is its place in the order: weight, year, day, page, shelf. Unique, so there are no ties. Pure.

The last bits name the shelf, where everything that facets count is written once: they are counted without a join.
All of it takes 56 bits: with longer numbers SQLite's full text, read backwards, passes entries over (decision 74).
"""

from datetime import date

SHELF_BITS, PAGE_BITS, DATE_BITS = 16, 21, 16
SHELF = (1 << SHELF_BITS) - 1
DATE_PLACE = SHELF_BITS + PAGE_BITS
WEIGHT_PLACE = DATE_PLACE + DATE_BITS
BY_DATE = (1 << WEIGHT_PLACE) - 1
FIRST_YEAR = 1900
DAYS = 367  # of a year: none, or one of 366
LAST_YEAR = FIRST_YEAR + (1 << DATE_BITS) // DAYS - 1


def number(*, weight: int, year: int | None, day: date | None, page: int, shelf: int) -> int:
    if page >> PAGE_BITS or shelf >> SHELF_BITS:
        raise ValueError(f"no place in the order for page {page} on shelf {shelf}")
    year = day.year if day else year or FIRST_YEAR
    years = min(max(year, FIRST_YEAR), LAST_YEAR) - FIRST_YEAR
    dated = years * DAYS + (day.timetuple().tm_yday if day else 0)
    return weight << WEIGHT_PLACE | dated << DATE_PLACE | page << SHELF_BITS | shelf


def shelf_of(number: int) -> int:
    return number & SHELF


def page_of(number: int) -> int:
    return number >> SHELF_BITS & ((1 << PAGE_BITS) - 1)
