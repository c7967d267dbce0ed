from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import groups
from people.models import Employer, User

from ..access import only
from ..exports import csv_file, xlsx_file
from ..person import Dossier
from ..roster import Roster, chosen_year
from ..staff_table import table


@require_safe
@only(groups.MANAGER)
def staff(request):
    roster = _roster(request)
    if not (roster.everyone or Employer.objects.managed_by(request.user, roster.today).exists()):
        return render(request, "offices/no_office.html")
    return render(request, "offices/staff.html", {"roster": roster})


@require_safe
@only(groups.MANAGER)
def staff_csv(request):
    roster = _roster(request)
    return csv_file(_title(roster), table(roster))


@require_safe
@only(groups.MANAGER)
def staff_xlsx(request):
    roster = _roster(request)
    return xlsx_file(_title(roster), table(roster))


@require_safe
@only(groups.MANAGER)
def person(request, person):
    dossier = Dossier(request.user, get_object_or_404(User, pk=person), timezone.localdate())
    if not dossier.years:
        raise Http404
    year = chosen_year(request.GET, dossier.years)
    row = dossier.of_year(year)
    shown = {
        "dossier": dossier,
        "row": row,
        "year": year,
        "credited": dossier.credited(year),
        "courses": dossier.courses() if row.counted and year == dossier.today.year else (),
        "elsewhere": dossier.works_elsewhere(year),
        "submits": dossier.works_here and dossier.person != request.user,
        "outside": dossier.outside(year),
        "absences": dossier.absences(year),
        "absences_asked": dossier.absences_asked(),
        "exemption": dossier.exemption(year),
        "rule": None if row.status == "left" else dossier.rule(year),
    }
    return render(request, "offices/person.html", shown)


def _roster(request):
    return Roster(request.user, request.GET, timezone.localdate())


def _title(roster):
    return " ".join([_("Staff"), *roster.offices[:1], str(roster.year)])
