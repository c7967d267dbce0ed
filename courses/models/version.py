from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.hours import HoursField


class CourseVersion(models.Model):
    """A course as someone began it: found or made at enrolment, never changed.

    The digest covers hours, ordered lesson keys, questions (ids, kinds, right answers) and pass rules, not texts;
    `content` keeps a frozen copy of every lesson and quiz for what is later removed.
    """

    course_key = models.UUIDField(_("course key"))
    digest = models.CharField(_("digest"), max_length=64)
    page = models.ForeignKey(
        "courses.CoursePage", models.SET_NULL, related_name="versions", null=True, verbose_name=_("course")
    )
    title = models.CharField(_("title"), max_length=255)
    hours = HoursField(_("academic hours"))
    content = models.JSONField(_("frozen content"))
    created_at = models.DateTimeField(_("first used at"))

    class Meta:
        verbose_name = _("course version")
        verbose_name_plural = _("course versions")
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["course_key", "digest"], name="one_version_per_digest")]

    def __str__(self):
        return self.title

    @property
    def lessons(self):
        return self.content["lessons"]

    @property
    def steps(self):
        """The keys of everything to be done, in order: the lessons, and the course's own for its final quiz."""
        return [lesson["key"] for lesson in self.lessons] + [str(self.course_key)] * bool(self.content["quiz"])

    def lesson(self, key):
        return next((lesson for lesson in self.lessons if lesson["key"] == str(key)), None)

    def quiz(self, key):
        """The quiz that ends a lesson or, by the course's key, the course."""
        ended = self.content if str(key) == str(self.course_key) else self.lesson(key)
        return ended and ended["quiz"]
