from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people import groups

from ..access import only
from ..exports import csv_file, xlsx_file
from ..report import Report


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def totals(request):
    return render(request, "offices/totals.html", {"report": _report(request)})


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def totals_csv(request):
    report = _report(request)
    return csv_file(_title(report), _table(report))


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def totals_xlsx(request):
    report = _report(request)
    return xlsx_file(_title(report), _table(report))


def _report(request):
    return Report(request.GET, timezone.localdate())


def _title(report):
    return " ".join([_("Report"), report.day.isoformat(), *([_("present borders")] if report.as_now else [])])


def _table(report):
    """A line of headings and one for each group, those of regions, of all and of all professions too."""
    yield (
        _("Municipality or region"),
        _("Profession"),
        _("Figures"),
        _("People with a norm"),
        _("Norm met"),
        _("Norm met, per cent"),
        _("Hours earned"),
        _("Hours missing"),
        _("Figures of supervision"),
        _("People with a norm of supervision"),
        _("Norm of supervision met"),
        _("Norm of supervision met, per cent"),
    )
    for line in report.lines:
        yield line.place, line.role, *_figures(line)


def _figures(line):
    return *_hours(line), *_sessions(line)


def _hours(line):
    if line.hours_hidden:
        return _("hidden"), None, None, None, None, None
    group = line.hours
    figures = (group.people, group.met, group.share, group.earned, group.missing) if group else (0, 0, None, 0, 0)
    return _("shown"), *figures


def _sessions(line):
    if line.sessions_hidden:
        return _("hidden"), None, None, None
    group = line.sessions
    return _("shown"), *((group.people, group.met, group.share) if group else (0, 0, None))
