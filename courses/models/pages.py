from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager, PageQuerySet

from pages.models import BasePage

from ..blocks import LessonBlock, QuestionsBlock


class CataloguePage(BasePage):
    """/kursi/: every course, filtered by plain HTML."""

    intro = models.TextField(_("introduction"), blank=True, max_length=400)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["courses.CoursePage"]
    max_count_per_parent = 1
    template = "courses/catalogue_page.html"

    class Meta:
        verbose_name = _("course catalogue")
        verbose_name_plural = _("course catalogues")


class Quiz(models.Model):
    """A quiz at the end of a lesson or a course; without questions there is none."""

    questions = StreamField(QuestionsBlock(), verbose_name=_("questions"), blank=True)
    pass_mark = models.PositiveSmallIntegerField(
        _("pass mark, %"), default=70, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        _("attempts allowed"), default=3, help_text=_("0 means as many as one likes.")
    )
    shuffled = models.BooleanField(_("shuffle questions and answers"), default=True)

    quiz_panels = [
        MultiFieldPanel(
            [
                HelpPanel(_("Right answers are marked on the server and never reach the learner's browser.")),
                FieldPanel("questions"),
                FieldPanel("pass_mark"),
                FieldPanel("attempts_allowed"),
                FieldPanel("shuffled"),
            ],
            heading=_("Quiz"),
        )
    ]

    class Meta:
        abstract = True


class CourseQuerySet(PageQuerySet):
    def open(self):
        return self.filter(state=CoursePage.State.OPEN)

    def in_preparation(self):
        return self.filter(state=CoursePage.State.IN_PREPARATION)


class CoursePage(Quiz, BasePage):
    """What can be learnt; its questions are the final quiz. Learning hangs on its translation key."""

    class State(models.TextChoices):
        IN_PREPARATION = "in_preparation", _("in preparation")
        OPEN = "open", _("open")

    summary = models.TextField(_("summary"), max_length=400)
    outcomes = StreamField(
        [("outcome", blocks.CharBlock(label=_("What a learner will be able to do")))],
        verbose_name=_("outcomes"),
        blank=True,
    )
    audience = ParentalManyToManyField("people.Role", verbose_name=_("audience"), blank=True)
    hours = models.DecimalField(
        _("academic hours"), max_digits=5, decimal_places=2, null=True, blank=True,
        validators=[MinValueValidator(0.25)], help_text=_("As they will stand on the certificate."),
    )
    cover = models.ForeignKey(
        "wagtailimages.Image", models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("cover")
    )
    sources = models.TextField(_("sources"), blank=True, help_text=_("One a line."))
    state = models.CharField(_("state"), max_length=15, choices=State, default=State.IN_PREPARATION)

    objects = PageManager.from_queryset(CourseQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("state"),
        FieldPanel("hours"),
        FieldPanel("audience"),
        FieldPanel("outcomes"),
        FieldPanel("cover"),
        FieldPanel("sources"),
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
    def lessons(self):
        return LessonPage.objects.child_of(self).live()

    def clean(self):
        super().clean()
        if self.state == self.State.OPEN and not self.hours:
            raise ValidationError({"hours": _("An open course says its hours.")})


class LessonPage(Quiz, BasePage):
    minutes = models.PositiveSmallIntegerField(_("minutes it takes"), default=20)
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
        return self.get_parent().specific
