"""Blocks of a lesson and questions of a quiz; the key of a question or a choice is the id of its block."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pages.blocks import INLINE_FEATURES, ReadingBlock


class SelfCheckChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("answer"))
    correct = blocks.BooleanBlock(label=_("correct"), required=False)
    feedback = blocks.CharBlock(label=_("explanation"), required=False)

    class Meta:
        label_format = "{text}"


class SelfCheckBlock(blocks.StructBlock):
    """A question for oneself: nothing is sent or recorded, the explanation opens on the page."""

    question = blocks.CharBlock(label=_("question"))
    choices = blocks.ListBlock(SelfCheckChoiceBlock(), label=_("answers"), min_num=2)

    class Meta:
        icon = "help"
        label = _("Self-check")
        template = "blocks/self_check.html"


class LessonBlock(ReadingBlock):
    self_check = SelfCheckBlock()


class QuestionBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("question"), rows=2)
    points = blocks.IntegerBlock(label=_("points"), default=1, min_value=1, max_value=100)
    feedback = blocks.RichTextBlock(
        label=_("explanation shown after the quiz"), features=INLINE_FEATURES, required=False
    )


class ChoiceBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("answer"), max_length=400)
    correct = blocks.BooleanBlock(label=_("correct"), required=False)

    class Meta:
        label_format = "{text}"


class ChoicesBlock(QuestionBlock):
    """A question whose right answers are marked among its choices; `refusal` says what is wrong with how many."""

    choices = blocks.ListBlock(ChoiceBlock(), label=_("answers"), min_num=2, max_num=10)

    def clean(self, value):
        value = super().clean(value)
        correct = sum(bool(choice["correct"]) for choice in value["choices"])
        if refusal := self.refusal(correct):
            raise blocks.StructBlockValidationError({"choices": ValidationError(refusal)})
        return value


class SingleChoiceBlock(ChoicesBlock):
    class Meta:
        icon = "radio-full"
        label = _("Single choice")

    def refusal(self, correct):
        return "" if correct == 1 else _("Mark exactly one correct answer.")


class MultipleChoiceBlock(ChoicesBlock):
    class Meta:
        icon = "tick-inverse"
        label = _("Multiple choice")

    def refusal(self, correct):
        return "" if correct else _("Mark at least one correct answer.")


class TrueFalseBlock(QuestionBlock):
    answer = blocks.BooleanBlock(label=_("the statement is true"), required=False)

    class Meta:
        icon = "check"
        label = _("True or false")


class NumericBlock(QuestionBlock):
    answer = blocks.DecimalBlock(label=_("correct number"))
    tolerance = blocks.DecimalBlock(label=_("tolerance"), default=0, min_value=0)
    unit = blocks.CharBlock(label=_("unit"), required=False, max_length=30)

    class Meta:
        icon = "decimal"
        label = _("Number")


class PairBlock(blocks.StructBlock):
    left = blocks.CharBlock(label=_("left side"), max_length=300)
    right = blocks.CharBlock(label=_("belongs to"), max_length=300)

    class Meta:
        label_format = "{left} – {right}"


class MatchingBlock(QuestionBlock):
    pairs = blocks.ListBlock(PairBlock(), label=_("pairs"), min_num=2, max_num=10)

    class Meta:
        icon = "link"
        label = _("Matching")


class QuestionsBlock(blocks.StreamBlock):
    single_choice = SingleChoiceBlock()
    multiple_choice = MultipleChoiceBlock()
    true_false = TrueFalseBlock()
    numeric = NumericBlock()
    matching = MatchingBlock()
