"""Assigning people to a course: those chosen in the staff table, or everyone of a profession."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from courses.models import CoursePage
from lms.forms.employments import EmployerField, day_field
from lms.headline import lang
from people.models import Employer, Employment, Role, User
from people.wording import hours_phrase, sort_key

from ..actions.assignments import assign
from ..models import Assignment
from .decisions import CHOOSE, DecisionForm

FARTHEST = timedelta(days=366)


def refuse_past_and_far(day):
    today = timezone.localdate()
    if not today < day <= today + FARTHEST:
        raise ValidationError(_("Choose a day after today, within a year."))


def place(employer, managed):
    """The employer above a unit where the manager has it all."""
    return employer.parent if employer.parent_id in managed else employer


class CourseField(forms.ModelChoiceField):
    def label_from_instance(self, course):
        return f"{course.title} ({hours_phrase(course.hours, lang())})"


class AssignForm(DecisionForm):
    course = CourseField(
        CoursePage.objects.none(), label=gettext_lazy("Course"), empty_label=CHOOSE, to_field_name="id"
    )
    due = day_field(gettext_lazy("Due date"), validators=[refuse_past_and_far])

    field_order = ("person", "role", "employer", "course", "due")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        courses = CoursePage.objects.live().public().open().order_by("title")
        self.fields["course"].queryset = courses.filter(locale__language_code=get_language())

    def decide(self, *, by):
        return assign(self.targets(), course=self.cleaned_data["course"], due=self.cleaned_data["due"], by=by)


class AssignPeopleForm(AssignForm):
    person = forms.ModelMultipleChoiceField(
        User.objects.none(), label=gettext_lazy("Staff"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, jobs: list[Employment], managed: set[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.jobs, self.managed = jobs, managed
        people = dict.fromkeys(job.person for job in jobs)
        self.fields["person"].queryset = User.objects.filter(pk__in=[person.pk for person in people])
        named = sorted(people, key=lambda one: (sort_key(f"{one.last_name} {one.first_name}"), one.pk))
        self.fields["person"].choices = [(person.pk, str(person)) for person in named]

    def targets(self):
        """One for each person."""
        chosen = set(self.cleaned_data["person"])
        at = {job.person: place(job.employer, self.managed) for job in self.jobs if job.person in chosen}
        return [Assignment(person=person, employer=employer) for person, employer in at.items()]


class AssignRoleForm(AssignForm):
    role = forms.ModelChoiceField(
        Role.objects,
        label=gettext_lazy("Profession"),
        empty_label=CHOOSE,
        help_text=gettext_lazy("Everyone of this profession, also who joins later."),
    )
    employer = EmployerField(Employer.objects.none(), label=gettext_lazy("Employer or unit"))

    def __init__(self, *args, employers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].queryset = employers.select_related("municipality", "parent")
        if len(employers) == 1:
            self.initial["employer"] = employers[0]

    def targets(self):
        return [Assignment(role=self.cleaned_data["role"], employer=self.cleaned_data["employer"])]


class AssignPlannedForm(DecisionForm):
    """What the planner found: who of the chosen is to finish which course, all by one day."""

    pair = forms.MultipleChoiceField(
        label=gettext_lazy("Who takes what"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("The plan has changed meanwhile. Look at it again.")},
    )
    due = day_field(gettext_lazy("Due date"), validators=[refuse_past_and_far])

    def __init__(self, *args, planner, managed: set[int], **kwargs):
        super().__init__(*args, initial={"pair": list(planner.pairs)}, **kwargs)
        self.planner, self.managed = planner, managed
        self.fields["pair"].choices = [
            (key, f"{row.name}: {offer.title}") for key, (row, offer) in planner.pairs.items()
        ]

    @property
    def chosen(self):
        """The courses, each with those who are to take it."""
        pairs = [self.planner.pairs[key] for key in self.cleaned_data["pair"]]
        courses = dict.fromkeys(offer for _row, offer in pairs)
        return [(offer, [row for row, its_offer in pairs if its_offer == offer]) for offer in courses]

    @transaction.atomic
    def decide(self, *, by):
        return [made for offer, rows in self.chosen for made in self._assign(offer, rows, by)]

    def _assign(self, offer, rows, by):
        targets = [Assignment(person=row.person, employer=place(row.jobs[0].employer, self.managed)) for row in rows]
        return assign(targets, course=self.planner.page_of(offer), due=self.cleaned_data["due"], by=by)
