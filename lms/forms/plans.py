"""One item of a development plan; the rows are written by the actions, whose refusals become errors."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from people.wording import number, parse_hours

from .. import themes
from ..actions.plans import keep_item
from ..offers import Offers
from .employments import day_field


class HoursField(forms.CharField):
    """Hours as people write them, „7,5” or „7.5”."""

    widget = forms.TextInput({"inputmode": "decimal", "class": "input-short", "autocomplete": "off"})

    def clean(self, value):
        typed = super().clean(value)
        try:
            return parse_hours(typed) if typed else None
        except ValueError:
            raise ValidationError(_("Enter the hours as a number, for example 7.5.")) from None


class ItemForm(forms.Form):
    """A course alone is enough: what is left empty is taken from it."""

    course = forms.ChoiceField(
        label=gettext_lazy("E-course of the portal"),
        required=False,
        help_text=gettext_lazy("When a course is chosen, the rest may stay empty."),
    )
    activity = forms.CharField(label=gettext_lazy("What will be learnt"), max_length=300, required=False)
    theme = forms.CharField(
        label=gettext_lazy("Theme"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"list": "themes", "autocomplete": "off"}),
    )
    hours = HoursField(label=gettext_lazy("Academic hours"), max_length=20, required=False)
    until = day_field(gettext_lazy("Until"))

    def __init__(self, *args, plan, item=None, **kwargs):
        self.plan, self.item = plan, item
        super().__init__(*args, initial=_initial(plan, item), **kwargs)
        offers = Offers([plan.person_id], plan.year, language=get_language())
        self.offers = {offer.key: offer for offer in offers.offers if plan.person_id not in offer.taken_by}
        kept = {str(item.course_key): item.activity} if item and item.course_key else {}
        titles = kept | {key: offer.title for key, offer in self.offers.items()}
        self.fields["course"].choices = [("", _("No, something else")), *titles.items()]

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until.year != self.plan.year:
            raise ValidationError(_("Choose a day of the year %s.") % self.plan.year)
        return until

    def clean(self):
        said = self.cleaned_data
        if offer := self.offers.get(said.get("course")):
            theme = said.get("theme") or themes.of_courses([offer.key]).get(offer.key)
            said["theme"] = theme or _("Professional development")
            said["activity"] = said.get("activity") or offer.title
            said["hours"] = said.get("hours") or offer.hours
        for name in ("activity", "theme", "hours"):
            if name not in self.errors and not said.get(name):
                self.add_error(name, self.fields[name].error_messages["required"])

    def save(self):
        """The item, or nothing when the action refused, with the reason among the form's errors."""
        said = dict(self.cleaned_data)
        try:
            return keep_item(self.plan, item=self.item, course_key=said.pop("course") or None, **said)
        except ValidationError as refusal:
            self.add_error(None, refusal)


def _initial(plan, item):
    if item is None:
        return {"until": date(plan.year, 12, 31)}
    known = {name: getattr(item, name) for name in ("activity", "theme", "until")}
    return known | {"course": str(item.course_key or ""), "hours": number(item.hours)}
