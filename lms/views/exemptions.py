from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from compliance.models import Kind

from ..forms.exemptions import ExemptionForm


def ask(request, year):
    owed = request.user.year_balances.filter(kind=Kind.TRAINING, required__gt=0)
    balance = get_object_or_404(owed, year=year)
    form = ExemptionForm(request.POST or None)
    if form.is_valid() and form.save(person=request.user, year=balance.year, by=request.user):
        messages.success(request, _("The reviewer will decide about the exemption."))
        return redirect("lms:year", year)
    return render(request, "lms/exemption.html", {"form": form, "year": year})
