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
    return " ".join([_("Report"), report.day.isoformat()])


def _table(report):
    """A line of headings and one for each group, those of all municipalities and of all professions too."""
    yield (
        _("Municipality"),
        _("Profession"),
        _("Figures"),
        _("People with a norm"),
        _("Norm met"),
        _("Norm met, per cent"),
        _("Hours earned"),
        _("Hours missing"),
    )
    for line in report.lines:
        yield line.municipality, line.role, *_figures(line.group)


def _figures(group):
    if group is None:
        return (_("hidden"),)
    return _("shown"), group.people, group.met, group.share, group.earned, group.missing
