"""Of every entry that is shown the part which holds most of what was asked: its text, and where it leads."""

from typing import NamedTuple

from django.db import connection

BEST = """
    SELECT entry_id, address, place, text FROM (
        SELECT entry_id, address, place, text,
            row_number() OVER (PARTITION BY entry_id ORDER BY {held} DESC, number) AS likeness
        FROM search_part WHERE entry_id IN ({entries})
    ) AS part WHERE likeness = 1
"""


class Part(NamedTuple):
    address: str
    place: str
    text: str


def best(entries, query):
    """{entry: its part}, in one statement for all of them; the first one where none holds more."""
    if not entries:
        return {}
    params = {f"entry{number}": entry for number, entry in enumerate(entries)}
    of_entries = ", ".join(f"%({name})s" for name in params)
    held = " + ".join(words_held(query, params)) or "0"
    with connection.cursor() as cursor:
        cursor.execute(BEST.format(held=held, entries=of_entries), params)
        return {entry: Part(*told) for entry, *told in cursor.fetchall()}


def words_held(query, params):
    """1 for every word whose stem a part holds, or all stems of one of its synonyms."""
    for word in query.words:
        either = " OR ".join(all_of(keys, params) for keys in ((word.key,), *word.synonyms))
        yield f"CASE WHEN {either} THEN 1 ELSE 0 END"


def all_of(keys, params):
    names = [f"key{len(params) + place}" for place in range(len(keys))]
    params |= {name: f"% {key} %" for name, key in zip(names, keys, strict=True)}
    return "(" + " AND ".join(f"keys LIKE %({name})s" for name in names) + ")"
