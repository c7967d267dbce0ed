"""The pages whose entries repeat something of other pages: a title in their breadcrumb, a topic, a name."""

from django.db.models import Q
from wagtail.models import Page

from courses.models import CoursePage
from methodologies.models import Programme
from pages.models import Contribution, Relation, Subject

from .models import Entry

LOOKS = ("title", "address", "shelf")


def looks(pages):
    """What others repeat of each page, as the index knows it."""
    return {page: told for page, *told in Entry.objects.filter(page__in=pages).values_list("page", *LOOKS)}


def of(pages):
    """The numbers of the pages that repeat something of these ones."""
    repeats = Q(pk__in=Subject.objects.filter(topic__in=pages).values("page"))
    repeats |= Q(pk__in=Contribution.objects.filter(contributor__in=pages).values("page"))
    repeats |= Q(pk__in=Relation.objects.filter(related__in=pages).values("page"))
    repeats |= Q(pk__in=Programme.objects.filter(methodology__in=pages).values("course"))
    return set(Page.objects.filter(repeats).values_list("pk", flat=True)) | below(pages)


def below(pages):
    found = Q(pk__in=[])
    for path in Page.objects.filter(pk__in=pages).values_list("path", flat=True):
        found |= Q(path__startswith=path)
    return set(Page.objects.filter(found).exclude(pk__in=pages).values_list("pk", flat=True))


def courses(pages):
    """Whether lessons are open their course decides."""
    return set(CoursePage.objects.filter(pk__in=pages).values_list("pk", flat=True))
