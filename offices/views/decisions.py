from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from compliance.actions.employments import confirm_employment
from people import groups
from people.models import Employer, EmployerRequest, Employment

from .. import claims
from ..access import only
from ..forms.decisions import CorrectForm, EndForm, InviteForm, RejectForm, SettleForm

CLAIMED, CONFIRMED, REJECTED = Employment.State.CLAIMED, Employment.State.CONFIRMED, Employment.State.REJECTED


@only(groups.MANAGER, groups.ADMINISTRATOR)
@require_POST
def confirm(request, pk):
    employment = _employment(request, pk)
    if employment.state != CLAIMED:
        return _decided_before(request, employment)
    try:
        confirm_employment(employment, by=request.user)
        messages.success(request, _("The employment of %s is confirmed.") % employment.person)
    except ValidationError as refusal:
        messages.info(request, refusal.messages[0])
    return _back(request, employment)


@only(groups.MANAGER, groups.ADMINISTRATOR)
def correct(request, pk):
    employment = _employment(request, pk)
    if employment.state == REJECTED:
        return _decided_before(request, employment)
    known = {name: getattr(employment, name) for name in ("employer", "role", "start", "end", "workload")}
    form = CorrectForm(request.POST or None, initial=known, employers=_employers(request, employment))
    return _decision(request, employment, form, _("Correct the employment"), _("Save and confirm"))


@only(groups.MANAGER, groups.ADMINISTRATOR)
def reject(request, pk):
    employment = _employment(request, pk)
    if employment.state != CLAIMED:
        return _decided_before(request, employment)
    return _decision(request, employment, RejectForm(request.POST or None), _("Reject the entry"), _("Reject"))


@only(groups.MANAGER, groups.ADMINISTRATOR)
def end(request, pk):
    employment = _employment(request, pk)
    if employment.state != CONFIRMED:
        return _decided_before(request, employment)
    return _decision(request, employment, EndForm(request.POST or None), _("End or change"), _("Record the last day"))


@only(groups.MANAGER)
def invite(request):
    form = InviteForm(request.POST or None, employers=_managed(request), initial={"start": timezone.localdate()})
    if form.is_valid() and (outcome := form.save(by=request.user)):
        _tell_invited(request, *outcome)
        return redirect("offices:staff")
    return render(request, "offices/invite.html", {"form": form})


@only(groups.ADMINISTRATOR)
def unmanaged(request):
    """What only an administrator can decide; ?request=… opens the answer to one request."""
    requests = EmployerRequest.objects.open().select_related("person", "municipality", "role").order_by("created_at")
    chosen = next((one for one in requests if str(one.pk) == request.GET.get("request")), None)
    named = chosen and {"name": chosen.name, "municipality": chosen.municipality}
    form = chosen and SettleForm(request.POST or None, initial=named)
    if form and form.is_valid() and form.save(request=chosen, by=request.user):
        messages.success(request, _("The decision is recorded."))
        return redirect("offices:unmanaged")
    jobs = claims.unmanaged(timezone.localdate())
    context = {"claims": jobs.claimed().exclude(person=request.user), "requests": requests, "chosen": chosen}
    context |= {"form": form, "absences_asked": claims.absences_asked(jobs, request.user)}
    return render(request, "offices/unmanaged.html", context)


def _employment(request, pk):
    return get_object_or_404(claims.decided_by(request.user, today=timezone.localdate()), pk=pk)


def _decision(request, employment, form, title, submit):
    """A form about one employment, until the action behind it has written what it says."""
    if form.is_valid() and form.save(employment=employment, by=request.user):
        messages.success(request, _("The decision is recorded."))
        return _back(request, employment)
    context = {"employment": employment, "form": form, "title": title, "submit": submit}
    return render(request, "offices/decision.html", context | {"back": _back(request, employment).url})


def _decided_before(request, employment):
    said = {
        CLAIMED: _("This employment is not confirmed yet."),
        CONFIRMED: _("This employment is confirmed already."),
        REJECTED: _("Someone else has already decided this."),
    }
    messages.info(request, said[employment.state])
    return _back(request, employment)


def _back(request, employment):
    managed = _managed(request).filter(pk=employment.employer_id).exists()
    return redirect("offices:staff" if managed else "offices:unmanaged")


def _managed(request):
    return Employer.objects.managed_by(request.user, timezone.localdate())


def _employers(request, employment):
    """A manager moves people among what they manage, an administrator anywhere."""
    managed = _managed(request)
    return managed if managed.filter(pk=employment.employer_id).exists() else Employer.objects.all()


def _tell_invited(request, invitations, employed, waiting):
    if invitations:
        sent = ngettext("%d invitation is on its way.", "%d invitations are on their way.", len(invitations))
        messages.success(request, sent % len(invitations))
    if employed:
        messages.info(request, _("On the staff already: %s.") % ", ".join(employed))
    if waiting:
        messages.info(request, _("Invited before: %s.") % ", ".join(waiting))
