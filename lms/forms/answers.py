"""The questions of one attempt as a form; what it accepts are the answers of courses/marking.py.

What is sent to the browser never tells what is right: the right sides of a matching question are known
by their place in the attempt's shuffled order.
"""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from courses.frozen import items
from courses.marking import parse_number

MISSING = {"required": _("Answer this question.")}
NOT_OFFERED = {"invalid_choice": _("Choose one of the answers offered.")}


class NumberField(forms.CharField):
    """A number as people write it, kept as text."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "input-short", "autocomplete": "off"})

    def clean(self, value):
        typed = super().clean(value)
        try:
            return str(parse_number(typed))
        except ValueError:
            raise forms.ValidationError(_("Enter a number, for example 7.5.")) from None


@dataclass(frozen=True)
class Asked:
    """A question as the template shows it: one bound field, or a select for each left side."""

    text: str
    help: str
    field: object = None
    fields: tuple = ()


class AnswersForm(forms.Form):
    def __init__(self, attempt, questions, *args):
        super().__init__(*args, auto_id="%s", use_required_attribute=False)
        self.asked = [(questions[one["id"]], one["options"]) for one in attempt.order]
        for question, options in self.asked:
            self.fields.update(FIELDS[question["type"]](question, options))

    @property
    def questions(self):
        return [self._shown(question) for question, _options in self.asked]

    @property
    def answers(self):
        """What was answered, by the ids of the questions."""
        return {question["id"]: self._answer(question, options) for question, options in self.asked}

    def _shown(self, question):
        value, kind = question["value"], question["type"]
        if kind == "matching":
            names = pair_names(question)
            return Asked(value["text"], HELP[kind], fields=tuple(self[name] for name in names.values()))
        note = _("Unit: %s") % value["unit"] if value.get("unit") else HELP.get(kind, "")
        return Asked(value["text"], note, field=self[name_of(question)])

    def _answer(self, question, options):
        given = self.cleaned_data
        if question["type"] == "matching":
            return {key: options[int(given[name])] for key, name in pair_names(question).items()}
        answer = given[name_of(question)]
        return answer == "true" if question["type"] == "true_false" else answer


HELP = {
    "multiple_choice": _("Choose all the right answers."),
    "matching": _("Choose what belongs to each."),
}


def name_of(question):
    return f"q-{question['id']}"


def pair_names(question):
    return {key: f"q-{question['id']}-{n}" for n, (key, _pair) in enumerate(items(question["value"], "pairs"))}


def _choices(question, options):
    texts = {key: choice["text"] for key, choice in items(question["value"], "choices")}
    return [(key, texts[key]) for key in options]


def _single(question, options):
    field = forms.ChoiceField(
        choices=_choices(question, options), widget=forms.RadioSelect, error_messages=MISSING | NOT_OFFERED
    )
    return {name_of(question): field}


def _multiple(question, options):
    field = forms.MultipleChoiceField(
        choices=_choices(question, options), widget=forms.CheckboxSelectMultiple, error_messages=MISSING | NOT_OFFERED
    )
    return {name_of(question): field}


def _true_false(question, options):
    field = forms.ChoiceField(
        choices=[("true", _("True")), ("false", _("False"))],
        widget=forms.RadioSelect,
        error_messages=MISSING | NOT_OFFERED,
    )
    return {name_of(question): field}


def _numeric(question, options):
    return {name_of(question): NumberField(max_length=30, error_messages=MISSING)}


def _matching(question, options):
    pairs = dict(items(question["value"], "pairs"))
    rights = [("", "–"), *((str(place), pairs[key]["right"]) for place, key in enumerate(options))]
    return {
        name: forms.ChoiceField(label=pairs[key]["left"], choices=rights, error_messages=MISSING | NOT_OFFERED)
        for key, name in pair_names(question).items()
    }


FIELDS = {
    "single_choice": _single,
    "multiple_choice": _multiple,
    "true_false": _true_false,
    "numeric": _numeric,
    "matching": _matching,
}
