from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from lms.actions.plans import propose_courses
from people import groups

from ..access import only
from ..planner import Planner


@require_http_methods(["GET", "HEAD", "POST"])
@only(groups.MANAGER)
def planner(request):
    """The smallest plan for those who lack hours; a POST puts it into their development plans."""
    today = timezone.localdate()
    if request.method != "POST":
        return render(request, "offices/planner.html", {"planner": Planner(request.user, request.GET, today=today)})
    proposals = Planner(request.user, request.POST, today=today).proposals
    try:
        _tell(request, len(propose_courses(proposals, year=today.year, by=request.user)))
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])  # somebody agreed to a plan at this very moment
    return redirect("offices:planner")


def _tell(request, number):
    if not number:
        return messages.info(request, _("These courses are in the development plans already."))
    said = ngettext("%d development plan is proposed.", "%d development plans are proposed.", number)
    return messages.success(request, said % number)
