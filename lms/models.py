from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import CharField, OuterRef, Q, StringAgg, Subquery, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.hours import HoursField
from people.models import Employer

BETWEEN = ","


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

    def with_steps_done(self):
        """Read together with them: `steps_done` asks no more, so not for what is about to change."""
        steps = LessonProgress.objects.filter(enrolment=OuterRef("pk")).order_by().values("enrolment")
        keys = steps.annotate(keys=StringAgg(Cast("lesson_key", CharField()), Value(BETWEEN))).values("keys")
        return self.annotate(keys_done=Subquery(keys))


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
        if hasattr(self, "keys_done"):
            return {str(UUID(key)) for key in (self.keys_done or "").split(BETWEEN) if key}
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


class DevelopmentPlanQuerySet(models.QuerySet):
    def visible_to(self, user, on=None):
        """One's own, and those that belong to the employers one manages."""
        managed = Employer.objects.managed_by(user, on or timezone.localdate())
        return self.filter(Q(person=user) | Q(employer__in=managed))

    def open(self):
        return self.filter(agreed_at=None)


class DevelopmentPlan(models.Model):
    """What a person will learn in a year, as they and a manager of one employer agree; one version of it.

    Whoever changes an open plan adds to `changes` and takes both agreements back. When both have agreed it is frozen:
    `text` is canonical JSON of all it says, and what comes later is a new version.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PROPOSED = "proposed", _("waits for agreement")
        AGREED = "agreed", _("agreed")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "development_plans", verbose_name=_("person"))
    employer = models.ForeignKey(Employer, models.PROTECT, "development_plans", verbose_name=_("employer or unit"))
    year = models.PositiveSmallIntegerField(_("year"))
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    changes = models.PositiveIntegerField(_("changes"), default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+")
    made_at = models.DateTimeField(_("made at"))
    person_agreed_at = models.DateTimeField(_("person agreed at"), null=True, blank=True)
    manager_agreed_at = models.DateTimeField(_("manager agreed at"), null=True, blank=True)
    manager = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, "+", null=True, blank=True)
    agreed_at = models.DateTimeField(_("agreed at"), null=True, blank=True)
    text = models.TextField(_("frozen text"), blank=True)

    objects = DevelopmentPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("development plan")
        verbose_name_plural = _("development plans")
        ordering = ["-year", "employer", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "employer", "year", "version"], name="plan_versions_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["person", "employer", "year"], condition=Q(agreed_at=None), name="one_open_plan_of_a_year"
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None)
                | (Q(person_agreed_at__isnull=False, manager_agreed_at__isnull=False) & ~Q(text="")),
                name="plan_is_agreed_by_both_and_frozen",
            ),
            models.CheckConstraint(
                condition=Q(manager_agreed_at=None, manager=None)
                | Q(manager_agreed_at__isnull=False, manager__isnull=False),
                name="manager_who_agreed_is_named",
            ),
        ]

    def __str__(self):
        return f"{self.person} {self.year} ({self.version})"

    @property
    def state(self):
        if self.agreed_at:
            return self.State.AGREED
        return self.State.PROPOSED if self.person_agreed_at or self.manager_agreed_at else self.State.DRAFT


class PlanItem(models.Model):
    """One thing to learn; with a course's key the ledger tells whether it is done."""

    plan = models.ForeignKey(DevelopmentPlan, models.CASCADE, "items")
    theme = models.CharField(_("theme"), max_length=200)
    activity = models.CharField(_("activity"), max_length=300)
    course_key = models.UUIDField(_("course key"), null=True, blank=True)
    hours = HoursField(_("academic hours"))
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("item of a development plan")
        verbose_name_plural = _("items of development plans")
        ordering = ["until", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "course_key"], name="course_planned_once"),
            models.CheckConstraint(condition=Q(hours__gt=0), name="planned_hours_are_positive"),
        ]

    def __str__(self):
        return self.activity
