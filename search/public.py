"""What everyone may find: published, private nowhere up to the root, of lessons those of open courses."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction

from courses.models import CoursePage, LessonPage

HOME_DEPTH = 2


def public_pages():
    """An alias is left out too: it repeats a page that is found itself."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    open_courses = CoursePage.objects.live().open().annotate(below=path).filter(below__startswith=F("path"))
    lessons = LessonPage.objects.filter(pk=OuterRef("pk"))
    found = Page.objects.live().exclude(hidden()).filter(alias_of=None, depth__gte=HOME_DEPTH)
    return found.filter(~Exists(lessons) | Exists(open_courses))


def hidden():
    """Whatever is private with all below it, and what repeats some of that with all below it.

    The few paths are read first: asked as one question, every page was compared with every other (docs/decisions/0041).
    """
    private = PageViewRestriction.objects.values_list("page__path", flat=True)
    if not private:
        return Q(pk__in=[])
    return below(private) | below(Page.objects.filter(below(private, "alias_of__path")).values_list("path", flat=True))


def below(paths, name="path"):
    found = Q(pk__in=[])
    for path in paths:
        found |= Q(**{f"{name}__startswith": path})
    return found
