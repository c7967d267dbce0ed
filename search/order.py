"""The number of an entry is its place in the order: weight, year, day, page, shelf. Unique, so there are no ties. Pure.

The last bits name the shelf, where everything that facets count is written once: they are counted without a join.
"""

from datetime import date

SHELF_BITS, PAGE_BITS, DAY_BITS, YEAR_BITS = 18, 23, 9, 8
SHELF = (1 << SHELF_BITS) - 1
DAY_PLACE = SHELF_BITS + PAGE_BITS
WEIGHT_PLACE = DAY_PLACE + DAY_BITS + YEAR_BITS
BY_DATE = (1 << WEIGHT_PLACE) - 1
FIRST_YEAR = 1900


def number(*, weight: int, year: int | None, day: date | None, page: int, shelf: int) -> int:
    if page >> PAGE_BITS or shelf >> SHELF_BITS:
        raise ValueError(f"no place in the order for page {page} on shelf {shelf}")
    year = day.year if day else year or FIRST_YEAR
    years = min(max(year - FIRST_YEAR, 0), (1 << YEAR_BITS) - 1)
    dated = years << DAY_BITS | (day.timetuple().tm_yday if day else 0)
    return weight << WEIGHT_PLACE | dated << DAY_PLACE | page << SHELF_BITS | shelf


def shelf_of(number: int) -> int:
    return number & SHELF


def page_of(number: int) -> int:
    return number >> SHELF_BITS & ((1 << PAGE_BITS) - 1)
