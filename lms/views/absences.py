from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from ..forms.absences import AskAbsenceForm


def ask(request, pk):
    """Days on which the person asks the employer of a confirmed job to excuse them."""
    employment = get_object_or_404(request.user.employments.confirmed().select_related("employer__parent"), pk=pk)
    form = AskAbsenceForm(request.POST or None)
    if form.is_valid() and form.save(employment):
        messages.success(request, _("Your manager will confirm or decline the absence."))
        return redirect("lms:employments")
    return render(request, "lms/absence.html", {"form": form, "employment": employment})
