"""A question as one statement: what each shelf holds of it, and the entries in their order.

Only our own names and numbers are written into it; what was asked is always a parameter. A tier asks for nothing that
those before it find, so that a database which has enough asks no more of them.
"""

from django.db import connection

from ... import order, shelves
from ...found import NAMELESS, Found
from ...reading import called
from ...tiers import All, question

EVERY = "WITH every AS MATERIALIZED (SELECT found.id FROM {source})"
WHOLE = "{beginning} {counted} UNION ALL SELECT * FROM ({candidates}) AS candidates"
TIER = """
    SELECT * FROM (
        SELECT found.id, {tier} AS tier FROM {source} ORDER BY found.id DESC LIMIT %(most)s
    ) AS tier{tier}
"""
IN_TIERS = """
    SELECT tier, first.id, title, names, key
    FROM (SELECT * FROM ({tiers}) AS tiers LIMIT %(limit)s OFFSET %(after)s) AS first
    LEFT JOIN search_entry ON search_entry.id = first.id AND tier <= {titled}
    LEFT JOIN search_shelf ON search_shelf.id = (first.id & {shelf}) AND tier <= {titled}
"""
IN_ORDER = """
    SELECT row_number() OVER (), id, NULL, NULL, NULL FROM (
        SELECT id FROM {source} ORDER BY {order} LIMIT %(limit)s OFFSET %(after)s
    ) AS first
"""
HELD = "EXISTS (SELECT 1 FROM search_entry WHERE search_entry.id = found.id AND ({any_run}))"
AMONG = "{entries} WHERE (id IN (SELECT found.id FROM {source})) IS TRUE"
NOT_AMONG = "+found.id NOT IN (SELECT found.id FROM {source})"
IN_EVERY = "+found.id IN (SELECT id FROM every)"
ON_SHELVES = "(found.id & {shelf}) IN (SELECT id FROM search_shelf WHERE {condition})"
ORDERS = {
    "newest": f"id & {order.BY_DATE} DESC",
    "oldest": f"(id & {order.BY_DATE}) >> {order.DATE_PLACE} = 0, id & {order.BY_DATE}",
    "title": "sorted_as, id",
}


class DatabaseEngine:
    """What is the same of all databases; each says how it matches and counts (sqlite.py, postgresql.py)."""

    name = "database"
    orders_what_it_keeps = False
    entries_by_title = "search_entry"

    def find(self, query, limit, after=0):
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(query, limit, after))
            rows = cursor.fetchall()
        (shelved,) = (row for row in rows if not row[0])
        counted = shelves.counted(self.shelves(shelved), query.facets)
        entries = sorted((row for row in rows if row[0]), key=lambda row: (row[0], -row[1]))
        names = {entry: called(*told) if told[2] else NAMELESS for _place, entry, *told in entries}
        return Found(counted.total, [row[1] for row in entries], counted.facets, names)

    def statement(self, query, limit, after):
        asked = question(query)
        params = {"limit": limit, "after": after, "most": limit + after}
        params["every"] = self.written(asked.every, asked.without)
        narrowed = [*self.phrases(asked, params), *self.without_phrases(asked, params)]
        is_kept = bool(narrowed) or (self.orders_what_it_keeps and query.order in ORDERS)
        beginning = EVERY.format(source=where(self.source("every"), *narrowed)) if is_kept else ""
        on_shelves = self.on_shelves(query, params)
        if query.order in ORDERS:
            candidates = self.in_order(query.order, where(self.every(is_kept), *on_shelves))
        else:
            candidates = self.in_tiers(asked, [IN_EVERY] * bool(narrowed) + on_shelves, params)
        return WHOLE.format(beginning=beginning, counted=self.counted(is_kept), candidates=candidates), params

    def every(self, is_kept):
        """All that is found, asked for where it is needed or kept from the beginning."""
        return "every AS found" if is_kept else self.source("every")

    def phrases(self, asked, params):
        """Of every phrase one of its runs stands in the bag."""
        return [self.held(phrase, f"run{place}", params) for place, phrase in enumerate(asked.phrases)]

    def without_phrases(self, asked, params):
        for place, phrase in enumerate(asked.without_phrases):
            params[f"without{place}"] = self.written(All((*asked.every.parts, *phrase.forms)))
            source = where(self.source(f"without{place}"), self.held(phrase, f"without{place}run", params))
            yield NOT_AMONG.format(source=source)

    def held(self, phrase, name, params):
        params |= {f"{name}_{number}": f" {run} " for number, run in enumerate(phrase.runs)}
        any_run = " OR ".join(self.holds("bag", f"{name}_{number}") for number in range(len(phrase.runs)))
        return HELD.format(any_run=any_run)

    def on_shelves(self, query, params):
        """On a shelf that holds what was chosen of each facet."""
        chosen = []
        for name, values in query.facets.items():
            params |= {f"{name}{place}": f"|{shelves.held_as(name, value)}|" for place, value in enumerate(values)}
            chosen.append(" OR ".join(self.holds("key", f"{name}{place}") for place in range(len(values))))
        condition = " AND ".join(f"({one})" for one in chosen)
        return [ON_SHELVES.format(shelf=order.SHELF, condition=condition)] if chosen else []

    def in_tiers(self, asked, narrowed, params):
        tiers, before = [], []
        for place, tier in enumerate(asked.tiers, 1):
            params[f"tier{place}"] = self.written(tier.whole, [*asked.without, *before])
            tiers.append(TIER.format(tier=place, source=where(self.source(f"tier{place}"), *narrowed)))
            before.append(All(tier.asks))
        titled = sum(tier.is_titled for tier in asked.tiers)
        return IN_TIERS.format(tiers=" UNION ALL ".join(tiers), shelf=order.SHELF, titled=titled)

    def in_order(self, asked, source):
        if asked == "title":
            source = AMONG.format(entries=self.entries_by_title, source=source)
        return IN_ORDER.format(source=source, order=ORDERS[asked])


def where(source, *conditions):
    return f"{source} WHERE {' AND '.join(conditions)}" if conditions else source
