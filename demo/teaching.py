"""The real courses: three to take, and the e-learning programmes of methodologies in preparation."""

from decimal import Decimal

from courses.models import CataloguePage, CoursePage, LessonPage
from people.models import Role

from . import archive, sheets

COURSES = ["supervizijas-sanemsana", "ex-ante-petijums", "macibu-un-supervizijas-pienakums"]


def course_page(sheet):
    course = CoursePage(
        slug=sheet["slug"],
        title=sheet["title"],
        summary=sheet["summary"],
        hours=Decimal(sheet["hours"]) if "hours" in sheet else None,
        outcomes=[
            sheets.item("outcome", text, sheet["slug"], position)
            for position, text in enumerate(sheet.get("outcomes", []))
        ],
        about=sheets.text_body(sheet.get("body", ""), "course", sheet["slug"]),
        sources="\n".join(sheet.get("sources", [])),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key("course", sheet["slug"]),
        **sheets.quiz(sheet.get("quiz"), sheet["slug"], "quiz"),
    )
    archive.on_topics(course, sheet.get("topics", []))
    course.audience = Role.objects.filter(code__in=sheet.get("audience", []))
    return course


def lesson_page(sheet, course):
    return LessonPage(
        slug=sheet["slug"],
        title=sheet["title"],
        minutes=sheet["minutes"],
        body=sheets.body(sheet["block"], course.slug, sheet["slug"]),
        translation_key=sheets.key("lesson", course.slug, sheet["slug"]),
        **sheets.quiz(sheet.get("quiz"), course.slug, sheet["slug"], "quiz"),
    )


def open_course(catalogue, sheet):
    """A course is opened once its lessons are live."""
    course = archive.add_page(catalogue, course_page(sheet))
    for lesson in sheet["lesson"]:
        archive.add_page(course, lesson_page(lesson, course))
    course.state = CoursePage.State.OPEN
    course.save()


def load_courses():
    catalogue = CataloguePage.objects.get(slug="kursi")
    for name in COURSES:
        open_course(catalogue, sheets.read(f"courses/{name}.toml"))
    for sheet in sheets.read("ecourses.toml")["course"]:
        archive.add_page(catalogue, course_page(sheet))
