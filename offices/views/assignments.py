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
from ..forms.assignments import AssignPeopleForm, AssignPlannedForm, AssignRoleForm
from ..models import Assignment
from ..planner import Planner

SHOWN_AFTER_DUE = timedelta(days=365)


@require_safe
@only(groups.MANAGER)
def assignments(request):
    today = timezone.localdate()
    rows = Assignment.objects.standing().seen_by(request.user, today).filter(due__gte=today - SHOWN_AFTER_DUE)
    rows = list(rows.select_related("role", "employer__parent"))
    shown = tasks(rows, manager=request.user, managed=_managed(request), today=today)
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
def assign_planned(request):
    """What the planner finds for whom its query names: chosen with a due date, looked at, then assigned."""
    planner = Planner(request.user, request.GET, today=timezone.localdate())
    form = AssignPlannedForm(request.POST or None, planner=planner, managed=_managed(request))
    if not form.is_valid() or "edit" in request.POST:
        return render(request, "offices/assign_planned.html", {"form": form, "planner": planner})
    if "seen" in request.POST and (made := form.save(by=request.user)) is not None:
        _tell(request, made)
        return redirect("offices:assignments")
    return render(request, "offices/assign_planned_look.html", {"form": form})


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
    return AssignPeopleForm(request.POST or None, jobs=jobs, managed=_managed(request), initial={"person": named})


def _managed(request):
    return set(Employer.objects.managed_by(request.user, timezone.localdate()).values_list("pk", flat=True))


def _tell(request, made):
    if made:
        said = ngettext("%d assignment is made.", "%d assignments are made.", len(made))
        messages.success(request, said % len(made))
    else:
        messages.info(request, _("They are assigned to this course with this due date already."))
