from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField

from ..blocks import QuestionsBlock


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

    @property
    def frozen_quiz(self):
        """The quiz as courses/frozen.py describes it, or None."""
        return (
            {
                "questions": list(self.questions.raw_data),
                "pass_mark": self.pass_mark,
                "attempts_allowed": self.attempts_allowed,
                "shuffled": self.shuffled,
            }
            if self.questions
            else None
        )
