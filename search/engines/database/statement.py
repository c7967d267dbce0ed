"""A question as one statement: what each shelf holds of it, and the entries in their order.

Only our own names and numbers are written into it; what was asked is always a parameter.
"""

from django.db import connection

from ... import order, shelves
from ...found import Found
from ...tiers import question

COUNTED = """
    SELECT 0 AS place, number, key
    FROM (SELECT {number} & {shelf} AS shelf, count(*) AS number FROM {every} GROUP BY 1) AS counted
    JOIN search_shelf ON search_shelf.id = shelf
"""
TIER = """
    SELECT * FROM (
        SELECT {number} AS id, {tier} AS tier FROM {source} ORDER BY {number} DESC LIMIT %(most)s
    ) AS tier{tier}
"""
IN_TIERS = """
    SELECT row_number() OVER (ORDER BY min(tier), id DESC) AS place, id FROM ({tiers}) AS found GROUP BY id
"""
IN_ORDER = """
    SELECT row_number() OVER (ORDER BY {order}) AS place, id FROM (SELECT {number} AS id FROM {source}) AS found
"""
WHOLE = """
    {beginning} {counted} UNION ALL
    SELECT place, id, NULL FROM ({candidates} ORDER BY 1 LIMIT %(limit)s OFFSET %(after)s) AS shown
"""
WITH_RUN = " AND EXISTS (SELECT 1 FROM search_entry WHERE search_entry.id = {number} AND ({any_run}))"
ON_SHELVES = " AND ({number} & {shelf}) IN (SELECT id FROM search_shelf WHERE {condition})"
ORDERS = {
    "newest": f"id & {order.BY_DATE} DESC",
    "oldest": f"(id & {order.BY_DATE}) >> {order.DAY_PLACE} = 0, id & {order.BY_DATE}",
    "title": "(SELECT sorted_as FROM search_entry WHERE search_entry.id = found.id) {collation}, id",
}


class DatabaseEngine:
    """What is the same of all databases; each says how it matches (sqlite.py, postgresql.py)."""

    name = "database"
    number = "search_bag.id"
    collation = ""

    def find(self, query, limit, after=0):
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(query, limit, after))
            rows = cursor.fetchall()
        found = shelves.counted({key: number for place, number, key in rows if not place}, query.facets)
        in_order = sorted((place, number) for place, number, _key in rows if place)
        return Found(found.total, [number for _place, number in in_order], found.facets)

    def statement(self, query, limit, after):
        asked = question(query)
        params = {"limit": limit, "after": after, "most": limit + after}
        narrowed = self.phrases(asked, params)
        params["every"] = self.written(asked.every, asked.without)
        beginning, every = self.every(narrowed)
        narrowed += self.shelves(query, params)
        if query.order in ORDERS:
            candidates = IN_ORDER.format(
                order=ORDERS[query.order].format(collation=self.collation),
                number=self.number,
                source=self.matching("every") + narrowed,
            )
        else:
            candidates = IN_TIERS.format(tiers=self.tiers(asked, narrowed, params))
        counted = COUNTED.format(number=self.number, shelf=order.SHELF, every=every)
        return WHOLE.format(beginning=beginning, counted=counted, candidates=candidates), params

    def tiers(self, asked, narrowed, params):
        found = []
        for place, tier in enumerate(asked.tiers, 1):
            params[f"tier{place}"] = self.written(tier, asked.without)
            source = self.matching(f"tier{place}") + narrowed
            found.append(TIER.format(number=self.number, tier=place, source=source))
        return " UNION ALL ".join(found)

    def phrases(self, asked, params):
        """Of every phrase one of its runs stands in the bag."""
        found = ""
        for place, runs in enumerate(asked.phrases):
            params |= {f"run{place}_{number}": f" {run} " for number, run in enumerate(runs)}
            any_run = " OR ".join(self.holds("bag", f"run{place}_{number}") for number in range(len(runs)))
            found += WITH_RUN.format(number=self.number, any_run=any_run)
        return found

    def shelves(self, query, params):
        """On a shelf that holds what was chosen of each facet."""
        if not query.facets:
            return ""
        chosen = []
        for name, values in query.facets.items():
            params |= {f"{name}{place}": f"|{shelves.held_as(name, value)}|" for place, value in enumerate(values)}
            chosen.append(" OR ".join(self.holds("key", f"{name}{place}") for place in range(len(values))))
        condition = " AND ".join(f"({one})" for one in chosen)
        return ON_SHELVES.format(number=self.number, shelf=order.SHELF, condition=condition)
