from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people import groups

from ..access import only
from ..history import History


@require_safe
@only(groups.MANAGER)
def years(request):
    history = History(request.user, request.GET, timezone.localdate())
    return render(request, "offices/years.html", {"history": history})
