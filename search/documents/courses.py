from courses.models import CoursePage, LessonPage
from methodologies.models import GuidelinePage, MethodologyIndexPage, MethodologyPage

from .document import Document
from .fields import rows, texts
from .registry import tells_of


@tells_of(CoursePage, kind="course")
def of_course(page):
    return Document(
        texts(page, "summary", "outcomes", "about", "sources"),
        facets={
            "audience": [role.pk for role in page.audience.all()],
            "methodology": methodologies_of(page),
        },
    )


@tells_of(LessonPage, kind="lesson")
def of_lesson(page):
    """Of an open course only (search/public.py)."""
    course = CoursePage.objects.parent_of(page).get()
    return Document(texts(page, "body"), facets=of_course(course).facets)


@tells_of(MethodologyPage, kind="methodology")
def of_methodology(page):
    programmes = rows(page.programmes, "title", "description", "authors", "year")
    told = texts(page, "summary", "target_group", "body")
    return Document(
        told + programmes + rows(page.pilots, "title", "note") + texts(page, "sources"),
        facets={"methodology": [page.slug]},
    )


@tells_of(MethodologyIndexPage, kind="page")
def of_methodologies(page):
    return Document([page.lead, *texts(page, "body", "sources")])


@tells_of(GuidelinePage, kind="guideline")
def of_guideline(page):
    return Document(texts(page, "summary", "body", "sources"))


def methodologies_of(course):
    return list(MethodologyPage.objects.live().filter(programmes__course=course).values_list("slug", flat=True))
