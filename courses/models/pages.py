import re
from collections.abc import Callable
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import PageManager

from pages.blocks import ReadingBlock
from pages.hours import HoursField
from pages.models import BasePage, BasePageQuerySet, SectionPage
from people.models import Role
from people.prepared import prepared
from people.wording import sort_key

from ..blocks import LessonBlock
from .quiz import Quiz

SLUG = re.compile(r"[-\w]{1,255}")


class CataloguePage(SectionPage):
    """/kursi/: every course, filtered by plain HTML."""

    subpage_types = ["courses.CoursePage"]
    template = "courses/catalogue_page.html"

    class Meta:
        verbose_name = _("course catalogue")
        verbose_name_plural = _("course catalogues")

    def get_context(self, request, *args, **kwargs):
        shown = _courses(self.path, self.depth, *understood(request.GET).items())
        return super().get_context(request, *args, **kwargs) | {
            "courses": sorted(shown, key=lambda course: (not course.is_open, sort_key(course.title))),
            "audiences": [(role.code, str(role)) for role in _audiences()],
            "lengths": CoursePage.Length.choices,
            "states": CoursePage.State.choices,
            "filtered": any(request.GET.get(name) for name in FILTERS),
        }


@prepared()
def _courses(path, depth, *asked):
    """Below a catalogue, as the visitor's filters leave them."""
    below = CoursePage.objects.filter(path__startswith=path, depth=depth + 1)
    return below.live().public().matching(dict(asked))


@prepared()
def _lessons(path, depth):
    """Below a course."""
    return LessonPage.objects.live().filter(path__startswith=path, depth=depth + 1)


@prepared()
def _audiences():
    return Role.objects.filter(coursepage__live=True).distinct()


class CourseQuerySet(BasePageQuerySet):
    def open(self):
        return self.filter(state=CoursePage.State.OPEN)

    def in_preparation(self):
        return self.filter(state=CoursePage.State.IN_PREPARATION)

    def matching(self, asked):
        """What a visitor's filters leave."""
        courses = self
        for name, value in understood(asked).items():
            courses = courses.filter(FILTERS[name].condition(value))
        return courses.distinct()


class CoursePage(Quiz, BasePage):
    """What can be learnt; its questions are the final quiz. Learning hangs on its translation key."""

    class State(models.TextChoices):
        IN_PREPARATION = "in_preparation", _("in preparation")
        OPEN = "open", _("open")

    class Length(models.TextChoices):
        SHORT = "short", _("up to 4 hours")
        MIDDLE = "middle", _("more than 4, up to 16 hours")
        LONG = "long", _("more than 16 hours")

    summary = models.TextField(_("summary"), max_length=400)
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(label=_("What a learner will be able to do")))],
        verbose_name=_("outcomes"),
        blank=True,
    )
    audience = ParentalManyToManyField("people.Role", verbose_name=_("audience"), blank=True)
    hours = HoursField(
        _("academic hours"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0.25)],
        help_text=_("As they will stand on the certificate."),
    )
    about = StreamField(ReadingBlock(), verbose_name=_("about the course"), blank=True)
    cover = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("cover")
    )
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))
    to_find_out = models.TextField(
        _("still to find out"), blank=True, help_text=_("For editors only, one a line; never shown to readers.")
    )
    state = models.CharField(
        _("state"),
        max_length=15,
        choices=State,
        default=State.IN_PREPARATION,
        help_text=_("Open it when its hours are known and at least one lesson is published."),
    )

    objects = PageManager.from_queryset(CourseQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("state"),
        FieldPanel("hours"),
        FieldPanel("audience", widget=CheckboxSelectMultiple),
        FieldPanel("outcomes"),
        FieldPanel("about"),
        FieldPanel("cover"),
        InlinePanel("subjects", heading=_("Topics"), label=_("topic")),
        FieldPanel("sources"),
        FieldPanel("to_find_out"),
        *Quiz.quiz_panels,
    ]
    parent_page_types = ["courses.CataloguePage"]
    subpage_types = ["courses.LessonPage"]
    template = "courses/course_page.html"

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")

    @property
    def lead(self):
        return self.search_description or self.summary

    @property
    def is_open(self):
        return self.live and self.state == self.State.OPEN

    @property
    def lessons(self):
        return LessonPage.objects.child_of(self).live()

    def get_context(self, request, *args, **kwargs):
        shown = {"lessons": list(_lessons(self.path, self.depth)), "roles": list(self.audience.all())}
        return super().get_context(request, *args, **kwargs) | shown

    @property
    def frozen_content(self):
        """What a version keeps (courses/frozen.py)."""
        return {"lessons": [lesson.frozen for lesson in _lessons(self.path, self.depth)], "quiz": self.frozen_quiz}

    def clean(self):
        super().clean()
        if self.state != self.State.OPEN:
            return
        if not self.hours:
            raise ValidationError({"hours": _("An open course says its hours.")})
        if not (self.path and self.lessons.exists()):
            raise ValidationError({"state": _("A course opens when at least one of its lessons is published.")})


def understood(asked):
    """{name of a filter: value}; a value that no filter offers is as if not asked."""
    values = {name: asked.get(name, "") for name in FILTERS}
    return {name: value for name, value in values.items() if FILTERS[name].offers(value)}


LENGTHS = {
    CoursePage.Length.SHORT: Q(hours__lte=4),
    CoursePage.Length.MIDDLE: Q(hours__gt=4, hours__lte=16),
    CoursePage.Length.LONG: Q(hours__gt=16),
}


class Filter(NamedTuple):
    offers: Callable
    condition: Callable


FILTERS = {
    "methodology": Filter(SLUG.fullmatch, lambda slug: Q(programmes__methodology__slug=slug)),
    "audience": Filter(SLUG.fullmatch, lambda code: Q(audience__code=code)),
    "hours": Filter(LENGTHS.__contains__, LENGTHS.get),
    "state": Filter(CoursePage.State.values.__contains__, lambda state: Q(state=state)),
}


class LessonPage(Quiz, BasePage):
    minutes = models.PositiveSmallIntegerField(
        _("minutes it takes"), default=20, help_text=_("Learners see how much is left.")
    )
    body = StreamField(LessonBlock(), verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("minutes"),
        FieldPanel("body"),
        *Quiz.quiz_panels,
    ]
    parent_page_types = ["courses.CoursePage"]
    subpage_types = []
    template = "courses/lesson_page.html"

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")

    @property
    def course(self):
        """As any page; asked for only if the lesson was not found by its address below it."""
        return next((one for one in self.live_above if one.depth == self.depth - 1), None) or self.get_parent()

    def get_sitemap_urls(self, request=None):
        """None: a lesson opens to who is enrolled."""
        return []

    @property
    def frozen(self):
        return {
            "key": str(self.translation_key),
            "title": self.title,
            "minutes": self.minutes,
            "body": list(self.body.raw_data),
            "quiz": self.frozen_quiz,
        }
