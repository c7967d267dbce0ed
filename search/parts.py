"""Of every entry that is shown the part which holds most of what was asked: its text, and where it leads."""

from functools import reduce
from operator import and_

from django.db.models import Case, F, Q, Value, When, Window
from django.db.models.functions import RowNumber

from .models import Part


def best(entries, query):
    """{entry: its part}, in one question for all of them; the first one where none holds more."""
    places = Window(RowNumber(), partition_by=F("entry"), order_by=[words_held(query).desc(), F("number").asc()])
    found = Part.objects.filter(entry__in=entries).annotate(best=places).filter(best=1)
    return {part.entry_id: part for part in found.defer("keys")}


def words_held(query):
    return sum((Case(When(holds(word), then=1), default=0) for word in query.words), Value(0))


def holds(word):
    """The stem, or all of one of its synonyms."""
    found = Q(keys__contains=f" {word.key} ")
    for keys in word.synonyms:
        found |= reduce(and_, (Q(keys__contains=f" {key} ") for key in keys))
    return found
