from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people import groups
from people.actions import end_approver
from people.models import Approver

from ..access import only
from ..forms.certificates import ApproverForm


@only(groups.MANAGER)
def approvers(request):
    form = ApproverForm(request.POST or None, manager=request.user)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("%s can now decide about certificates.") % form.person)
        return redirect("offices:approvers")
    return render(request, "offices/approvers.html", {"form": form, "approvers": _named(request)})


@require_POST
@only(groups.MANAGER)
def end(request, pk):
    approver = get_object_or_404(_named(request), pk=pk)
    end_approver(approver)
    messages.success(request, _("%s no longer decides about certificates.") % approver.person)
    return redirect("offices:approvers")


def _named(request):
    today = timezone.localdate()
    rows = Approver.objects.managed_by(request.user, today).named_on(today)
    return rows.select_related("person", "employer__parent")
