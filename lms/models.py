from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(person=user)

    def open(self):
        return self.filter(completed_at=None, left_at=None)

    def completed(self):
        return self.exclude(completed_at=None)

    def left(self):
        return self.exclude(left_at=None)

    def of_course(self, course_key):
        return self.filter(course_key=course_key)


class Enrolment(models.Model):
    """A person takes one version of a course, in whatever language; one open enrolment a course."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "enrolments", verbose_name=_("person"))
    course_key = models.UUIDField(_("course key"))
    version = models.ForeignKey("courses.CourseVersion", models.PROTECT, "enrolments", verbose_name=_("course version"))
    enrolled_at = models.DateTimeField(_("enrolled at"))
    completed_at = models.DateTimeField(_("completed at"), null=True, blank=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("enrolment")
        verbose_name_plural = _("enrolments")
        ordering = ["-enrolled_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "course_key"],
                condition=Q(completed_at=None, left_at=None),
                name="one_open_enrolment_per_course",
            ),
            models.CheckConstraint(condition=Q(completed_at=None) | Q(left_at=None), name="enrolment_ends_in_one_way"),
        ]

    def __str__(self):
        return str(self.version)

    @property
    def is_open(self):
        return self.completed_at is None and self.left_at is None

    def steps_done(self):
        return {str(key) for key in self.progress.values_list("lesson_key", flat=True)}


class LessonProgress(models.Model):
    """A finished lesson, or under the course's key its passed final quiz."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, "progress")
    lesson_key = models.UUIDField(_("lesson key"))
    completed_at = models.DateTimeField(_("completed at"))

    class Meta:
        verbose_name = _("lesson progress")
        verbose_name_plural = _("lesson progress")
        constraints = [models.UniqueConstraint(fields=["enrolment", "lesson_key"], name="lesson_completed_once")]

    def __str__(self):
        return str(self.lesson_key)


class Attempt(models.Model):
    """One go at a quiz: the order asked, the answers given, the points the server gave."""

    enrolment = models.ForeignKey(Enrolment, models.CASCADE, "attempts")
    quiz_key = models.UUIDField(_("quiz key"), help_text=_("The key of the lesson or the course it ends."))
    number = models.PositiveSmallIntegerField(_("number"))
    started_at = models.DateTimeField(_("started at"))
    order = models.JSONField(_("order of questions and answers"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    answers = models.JSONField(_("answers"), default=dict)
    points = models.DecimalField(_("points"), max_digits=6, decimal_places=2, null=True, blank=True)
    points_possible = models.PositiveSmallIntegerField(_("points possible"))
    passed = models.BooleanField(_("passed"), default=False)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "quiz_key", "number"], name="attempts_are_numbered"),
            models.UniqueConstraint(
                fields=["enrolment", "quiz_key"], condition=Q(submitted_at=None), name="one_attempt_at_a_time"
            ),
        ]

    def __str__(self):
        return f"{self.enrolment_id}, {self.number}"

    @property
    def quiz(self):
        return self.enrolment.version.quiz(self.quiz_key)


class Completion(models.Model):
    """A finished course: what it credited (nothing, if this year already had it) and its certificate."""

    enrolment = models.OneToOneField(Enrolment, models.PROTECT, related_name="completion")
    completed_at = models.DateTimeField(_("completed at"))
    entry = models.OneToOneField("compliance.CreditEntry", models.PROTECT, null=True, blank=True)
    certificate = models.OneToOneField("compliance.Certificate", models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = _("completion")
        verbose_name_plural = _("completions")

    def __str__(self):
        return str(self.enrolment)
