"""What stands beside a page: its topics and its related pages, asked together; only what everyone may see."""

from django.db.models import BigIntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page

from .models import Relation, Subject, TopicPage, for_everyone
from .specifics import of_kind, specifics


def topics_of(page):
    """In the editor's order."""
    return beside(page)[0]


def related_to(page):
    """The pages that this one names and those that name this one, each once."""
    return beside(page)[1]


def beside(page):
    if not hasattr(page, "_beside"):
        drafted = [row.topic_id for row in page.subjects.all()] if page.subjects.is_deferring else []
        rows = Page.objects.live().filter(for_everyone(), around(page) | Q(pk__in=drafted)).exclude(pk=page.pk)
        rows = list(rows.annotate(place=place(page)).select_related("locale", "topicpage"))
        places = {row.pk: row.place for row in rows if row.place is not None}
        places |= {pk: number for number, pk in enumerate(drafted)}
        topics = sorted((row for row in rows if row.pk in places), key=lambda row: places[row.pk])
        related = specifics([row for row in rows if row.pk not in places])
        page._beside = [of_kind(topic, TopicPage) for topic in topics], related
    return page._beside


def around(page):
    named = Relation.objects.filter(page=page.pk).values("related")
    naming = Relation.objects.filter(related=page.pk).values("page")
    return Q(pk__in=named) | Q(pk__in=naming) | Q(pk__in=Subject.objects.filter(page=page.pk).values("topic"))


def place(page):
    """Of a topic among those of the page; rows that no form made know no order but their own."""
    rows = Subject.objects.filter(page=page.pk, topic=OuterRef("pk"))
    return Subquery(rows.values(number=Coalesce("sort_order", "pk", output_field=BigIntegerField()))[:1])
