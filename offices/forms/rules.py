"""A norm as the ministry writes it down: first shown with what it would change, saved when that was seen."""

from datetime import date, timedelta
from functools import partial

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from compliance.actions.ledger import UNITS
from compliance.actions.rules import CARRIED, Unseen, carry_out, enact_rule, replace_rule, withdraw_rule
from compliance.models import AbsencePolicy, Counted, Kind, Proration, Rule, SeveralRoles
from compliance.models.rule import LONGEST, MOST
from lms.forms.employments import day_field
from people.models import Role

from .decisions import CHOOSE, DecisionForm

EARLIEST = date(1990, 1, 1)
AHEAD = timedelta(days=3660)


def refuse_far_days(day: date):
    if not EARLIEST <= day <= timezone.localdate() + AHEAD:
        raise ValidationError(_("Choose a day between 1990 and ten years from now."))


def policy(choices, label, why):
    """A question that the law leaves open; its help says why."""
    return forms.ChoiceField(
        label=label, choices=choices, initial=choices.values[0], widget=forms.RadioSelect, help_text=why
    )


class RuleForm(forms.Form):
    amount = forms.DecimalField(
        label=gettext_lazy("Amount for the period"),
        min_value=0,
        max_value=MOST,
        max_digits=6,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "class": "input-short"}),
        help_text=gettext_lazy("Academic hours of training or sessions of supervision; 0: nothing is owed any more."),
        error_messages={
            "invalid": gettext_lazy("Enter the hours as a number, for example 7.5."),
            "min_value": gettext_lazy("Enter a number from 0 to 999."),
            "max_value": gettext_lazy("Enter a number from 0 to 999."),
        },
    )
    years = forms.IntegerField(
        label=gettext_lazy("Years in a period"),
        min_value=1,
        max_value=LONGEST,
        initial=1,
        error_messages={
            "min_value": gettext_lazy("Enter a number from 1 to 10."),
            "max_value": gettext_lazy("Enter a number from 1 to 10."),
        },
        help_text=gettext_lazy("When more than one, the amount falls due in the last year of each period."),
    )
    valid_from = day_field(gettext_lazy("Valid from"), validators=[refuse_far_days])
    citation = forms.CharField(label=gettext_lazy("Citation of the act"), max_length=300)
    citation_url = forms.URLField(label=gettext_lazy("Link to the act"), required=False)
    verified = forms.BooleanField(
        label=gettext_lazy("The norm is verified against the act in force"),
        required=False,
        help_text=gettext_lazy("Until then everyone reads that it is not verified yet."),
    )
    proration = policy(
        Proration,
        gettext_lazy("Who worked only a part of the year owes"),
        gettext_lazy("The acts say “each year” and nothing about those who began later."),
    )
    absence = policy(
        AbsencePolicy,
        gettext_lazy("An excused absence is"),
        gettext_lazy("No act says that parental leave or illness makes the norm smaller."),
    )
    several_roles = policy(
        SeveralRoles,
        gettext_lazy("Who holds several professions owes"),
        gettext_lazy("The acts name a norm for each profession and not what two of them ask together."),
    )
    counted = policy(
        Counted,
        gettext_lazy("The norm binds"),
        gettext_lazy("The acts do not say on which day of the year one must be employed."),
    )

    @property
    def proposed(self):
        """The norm that would be saved."""
        return Rule(**self.named)

    def propose(self, *, by, seen=""):
        """(the saved norm, nothing), or (nothing, what it would change) until that was seen; a refusal is an error."""
        try:
            return carry_out(partial(self.write, by=by), seen=seen), None
        except Unseen as unseen:
            return None, unseen.changes
        except ValidationError as refusal:
            self.add_error(None, refusal)
            return None, None


class EnactForm(RuleForm):
    role = forms.ModelChoiceField(Role.objects, label=gettext_lazy("Profession"), empty_label=CHOOSE)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=Kind)

    field_order = ("role", "kind")

    @property
    def named(self):
        return self.cleaned_data | {"unit": UNITS[self.cleaned_data["kind"]]}

    def write(self, *, by):
        return enact_rule(author=by, **self.named)


class ReplaceForm(RuleForm):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, *args, rule, **kwargs):
        known = {name: getattr(rule, name) for name in CARRIED}
        super().__init__(*args, initial=known, **kwargs)
        self.rule, self.known = rule, known

    @property
    def named(self):
        return self.known | self.cleaned_data

    def write(self, *, by):
        return replace_rule(self.rule, by=by, **self.cleaned_data)


class WithdrawForm(DecisionForm):
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def decide(self, *, rule, by):
        return withdraw_rule(rule, by=by, **self.cleaned_data)
