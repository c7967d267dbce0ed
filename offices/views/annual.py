from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import groups

from ..access import only
from ..exports import csv_file, xlsx_file
from ..yearly import Yearly


@require_safe
@only(groups.MANAGER)
def own(request):
    return render(request, "offices/annual.html", {"yearly": _own(request)})


@require_safe
@only(groups.MANAGER)
def own_csv(request):
    yearly = _own(request)
    return csv_file(_title(yearly), _table(yearly))


@require_safe
@only(groups.MANAGER)
def own_xlsx(request):
    yearly = _own(request)
    return xlsx_file(_title(yearly), _table(yearly))


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def employers(request):
    return render(request, "offices/annual.html", {"yearly": _all(request)})


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def employers_csv(request):
    yearly = _all(request)
    return csv_file(_title(yearly), _table(yearly))


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def employers_xlsx(request):
    yearly = _all(request)
    return xlsx_file(_title(yearly), _table(yearly))


def _own(request):
    return Yearly(request.GET, timezone.localdate(), manager=request.user)


def _all(request):
    return Yearly(request.GET, timezone.localdate())


def _title(yearly):
    return " ".join([_("Data for the yearly report"), yearly.day.isoformat()])


def _table(yearly):
    """A line of headings and one for each employer and each of its sites."""
    yield (
        _("Employer"),
        _("Unit"),
        _("Address"),
        _("Municipality"),
        _("As of"),
        _("Figures"),
        _("People with a norm"),
        _("Norm met"),
        _("Norm met, per cent"),
        _("Figures of supervision"),
        _("People with a norm of supervision"),
        _("Norm of supervision met"),
        _("Norm of supervision met, per cent"),
    )
    for line in yearly.lines:
        yield (
            line.employer.name,
            _unit(line),
            line.address,
            line.municipality,
            yearly.day.isoformat(),
            *_figures(line.hours, line.hours_hidden),
            *_figures(line.sessions, line.sessions_hidden),
        )


def _unit(line):
    if line.site is None:
        return _("all together")
    return _("outside the units") if line.site == line.employer else line.site.name


def _figures(group, hidden):
    if hidden:
        return _("hidden"), None, None, None
    return _("shown"), *((group.people, group.met, group.share) if group else (0, 0, None))
