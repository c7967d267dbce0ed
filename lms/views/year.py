from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from compliance.riga import legal_date

from ..year import Year


@require_safe
def home(request):
    return show(request, legal_date(timezone.now()).year)


@require_safe
def year(request, year):
    return show(request, year)


def show(request, number):
    shown = Year(request.user, number, today=legal_date(timezone.now()))
    if not shown.is_running and number not in {year for year, _kind in shown.balances}:
        raise Http404
    return render(request, "lms/year.html", {"year": shown})
