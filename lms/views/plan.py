from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from compliance.riga import legal_date

from ..own_plan import OwnPlan


@require_safe
def plan(request):
    """How to get the missing hours."""
    return render(request, "lms/plan.html", {"plan": OwnPlan(request.user, today=legal_date(timezone.now()))})
