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
    approver = get_object_or_404(_managed(request), pk=pk)
    if approver.end:
        messages.info(request, _("This naming has been ended already."))
        return redirect("offices:approvers")
    end_approver(approver)
    messages.success(request, _("%s no longer decides about certificates.") % approver.person)
    return redirect("offices:approvers")


def _named(request):
    return _managed(request).named_on(timezone.localdate())


def _managed(request):
    """Those of the manager's employers, also of days gone by."""
    rows = Approver.objects.managed_by(request.user, timezone.localdate())
    return rows.select_related("person", "employer__parent")
