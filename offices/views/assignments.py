from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from people import groups
from people.models import Employer

from .. import staff
from ..access import only
from ..actions.assignments import withdraw as take_back
from ..assigned import tasks
from ..forms.assignments import AssignPeopleForm, AssignRoleForm
from ..models import Assignment

SHOWN_AFTER_DUE = timedelta(days=365)


@require_safe
@only(groups.MANAGER)
def assignments(request):
    today = timezone.localdate()
    rows = Assignment.objects.standing().visible_to(request.user, today).filter(due__gte=today - SHOWN_AFTER_DUE)
    shown = tasks(rows.select_related("role", "employer__parent"), today=today)
    counted = {name: sum(getattr(task, name) for task in shown) for name in ("done", "late")}
    total = sum(len(task.reached) for task in shown)
    return render(request, "offices/assignments.html", {"tasks": shown, "total": total} | counted)


@only(groups.MANAGER)
def assign(request):
    """The people named by ?person=…, else everyone of a profession."""
    form = _form(request)
    if form.is_valid() and (made := form.save(by=request.user)) is not None:
        _tell(request, made)
        return redirect("offices:assignments")
    return render(request, "offices/assign.html", {"form": form})


@only(groups.MANAGER)
@require_POST
def withdraw(request, pk):
    mine = Assignment.objects.visible_to(request.user, timezone.localdate())
    assignment = get_object_or_404(mine, pk=pk)
    if take_back(mine.filter(pk=pk), by=request.user):
        messages.success(request, _("The assignment is withdrawn: %s.") % assignment)
    else:
        messages.info(request, _("This assignment was withdrawn before."))
    return redirect("offices:assignments")


def _form(request):
    today, named = timezone.localdate(), request.GET.getlist("person")
    employers = Employer.objects.managed_by(request.user, today)
    if not named:
        return AssignRoleForm(request.POST or None, employers=employers)
    running = staff.roster(request.user, today.year, today=today).confirmed().running(today)
    jobs = [job for job in running if str(job.person_id) in named]
    managed = set(employers.values_list("pk", flat=True))
    return AssignPeopleForm(request.POST or None, jobs=jobs, managed=managed, initial={"person": named})


def _tell(request, made):
    if made:
        said = ngettext("%d assignment is made.", "%d assignments are made.", len(made))
        messages.success(request, said % len(made))
    else:
        messages.info(request, _("They are assigned to this course with this due date already."))
