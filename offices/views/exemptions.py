from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from compliance.models import Exemption
from people import groups

from ..access import only
from ..forms.excuses import DecideExemptionForm

DECIDED_SHOWN = 20


@require_safe
@only(groups.REVIEWER)
def exemptions(request):
    rows = Exemption.objects.decided_by(request.user).select_related("person", "asked_by", "decided_by")
    decided = rows.exclude(state=Exemption.State.ASKED).order_by("-decided_at")[:DECIDED_SHOWN]
    waiting = rows.asked().order_by("asked_at", "pk")
    return render(request, "offices/exemptions.html", {"waiting": waiting, "decided": decided})


@only(groups.REVIEWER)
def decide(request, pk):
    rows = Exemption.objects.decided_by(request.user).select_related("person", "asked_by")
    exemption = get_object_or_404(rows, pk=pk)
    if exemption.state != Exemption.State.ASKED:
        messages.info(request, _("Someone else has already decided this."))
        return redirect("offices:exemptions")
    form = DecideExemptionForm(request.POST or None)
    if form.is_valid() and form.save(exemption=exemption, by=request.user):
        messages.success(request, _("The decision is recorded."))
        return redirect("offices:exemptions")
    balance = exemption.person.year_balances.filter(year=exemption.year, kind=exemption.kind).first()
    return render(request, "offices/exemption_decide.html", {"exemption": exemption, "form": form, "balance": balance})
