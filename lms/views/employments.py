"""Where a person works: what they say themselves, and what their managers ask of them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from compliance.actions import invitations
from people.models import Employment, Invitation

from ..forms.employments import ClaimForm, EndForm, RequestForm

State = Employment.State


def employments(request):
    form = ClaimForm(request.POST or None)
    if form.is_valid() and form.save(request.user):
        messages.success(request, _("Your manager will confirm the entry."))
        return redirect("lms:employments")
    own = request.user.employments.select_related("employer__parent", "role").filter(replaced_by=None)
    running = own.standing().running(timezone.localdate())
    context = {
        "form": form,
        "running": running,
        "others": own.exclude(pk__in=running),
        "invitations": Invitation.objects.open_for(request.user).select_related("employer__parent", "role"),
        "requests": request.user.employer_requests.open().select_related("role"),
        "asked": request.user.absence_requests.asked().select_related("employment__employer__parent"),
        "absences": request.user.absences.standing().select_related("employer__parent"),
    }
    return render(request, "lms/employments.html", context)


def request_employer(request):
    form = RequestForm(request.POST or None, person=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("The administrator will add the employer and record your employment."))
        return redirect("lms:employments")
    return render(request, "lms/employments_request.html", {"form": form})


def end_employment(request, pk):
    employment = get_object_or_404(request.user.employments.standing(), pk=pk)
    form = EndForm(request.POST or None)
    if form.is_valid() and form.save(employment):
        messages.success(request, _("The last day is recorded."))
        return redirect("lms:employments")
    return render(request, "lms/employments_end.html", {"form": form, "employment": employment})


@require_POST
def accept_invitation(request, pk):
    said = {State.CONFIRMED: _("You are now on the staff."), State.CLAIMED: _("Your manager will confirm the entry.")}
    return answered(request, pk, invitations.accept_invitation, lambda employment: said[employment.state])


@require_POST
def decline_invitation(request, pk):
    return answered(request, pk, invitations.decline_invitation, lambda _declined: _("The invitation is declined."))


def answered(request, pk, answer, say):
    invitation = get_object_or_404(Invitation.objects.sent_to(request.user), pk=pk)
    try:
        messages.success(request, say(answer(invitation, person=request.user)))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect("lms:employments")
