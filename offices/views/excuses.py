from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from compliance.actions.absence_requests import confirm_absence, decline_absence
from compliance.actions.absences import withdraw_absence
from lms.forms.exemptions import ExemptionForm
from people import groups
from people.models import Employment, User

from .. import claims
from ..access import only
from ..forms.excuses import AbsenceForm
from ..person import Dossier
from ..roster import chosen_year


@only(groups.MANAGER, groups.ADMINISTRATOR)
def record(request, pk):
    """Dates on which the employer excuses somebody from an employment."""
    decided = claims.decided_by(request.user, today=timezone.localdate()).confirmed()
    employment = get_object_or_404(decided, pk=pk)
    form = AbsenceForm(request.POST or None)
    if form.is_valid() and form.save(employment=employment, by=request.user):
        messages.success(request, _("The absence is recorded."))
        return _back(request, employment.person_id)
    context = {"employment": employment, "form": form, "title": _("Excused absence"), "submit": _("Record the absence")}
    return render(request, "offices/decision.html", context | {"back": _back(request, employment.person_id).url})


@only(groups.MANAGER, groups.ADMINISTRATOR)
@require_POST
def withdraw(request, pk):
    absence = get_object_or_404(claims.absences_decided_by(request.user, today=timezone.localdate()), pk=pk)
    try:
        withdraw_absence(absence, by=request.user)
        messages.success(request, _("The absence is withdrawn."))
    except ValidationError as refusal:
        messages.info(request, refusal.messages[0])
    return _back(request, absence.person_id)


@only(groups.MANAGER, groups.ADMINISTRATOR)
@require_POST
def confirm(request, pk):
    return _answer(request, pk, confirm_absence, _("The absence is recorded."))


@only(groups.MANAGER, groups.ADMINISTRATOR)
@require_POST
def decline(request, pk):
    return _answer(request, pk, decline_absence, _("The absence is declined."))


@only(groups.MANAGER)
def ask(request, person):
    """An exemption that the manager asks for a member of staff; ?year=… says of which year."""
    others = User.objects.exclude(pk=request.user.pk)
    dossier = Dossier(request.user, get_object_or_404(others, pk=person), timezone.localdate())
    if not dossier.years:
        raise Http404
    year = chosen_year(request.GET, dossier.years)
    form = ExemptionForm(request.POST or None)
    if form.is_valid() and form.save(person=dossier.person, year=year, by=request.user):
        messages.success(request, _("The reviewer will decide about the exemption."))
        return redirect(reverse("offices:person", args=[person], query={"year": year}))
    return render(request, "offices/exemption_ask.html", {"form": form, "dossier": dossier, "year": year})


def _answer(request, pk, action, said):
    decided = claims.decided_by(request.user, today=timezone.localdate())
    asked = get_object_or_404(claims.absence_requests(decided, request.user), pk=pk)
    try:
        action(asked, by=request.user)
        messages.success(request, said)
    except ValidationError as refusal:
        messages.info(request, refusal.messages[0])
    return _back(request, asked.person_id)


def _back(request, person):
    if Employment.objects.managed_by(request.user, timezone.localdate()).filter(person=person).exists():
        return redirect("offices:person", person)
    return redirect("offices:unmanaged")
