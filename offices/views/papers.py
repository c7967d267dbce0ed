"""What an office hands over: the inspection's report with its annex, and extracts of those who left."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from compliance.models import Extract
from compliance.pdf.sheets import draw
from people import groups

from .. import annex, inspection, keepsakes
from ..access import only
from ..exports import csv_file, file_name, xlsx_file
from ..roster import Roster


@require_safe
@only(groups.MANAGER)
def report(request):
    roster, now = _roster(request), timezone.now()
    return pdf_file(_named(_("Report"), roster), draw(inspection.sheet(roster, at=now), at=now))


@require_safe
@only(groups.MANAGER)
def entries_csv(request):
    roster = _roster(request)
    return csv_file(_named(_("Trainings"), roster), annex.table(roster))


@require_safe
@only(groups.MANAGER)
def entries_xlsx(request):
    roster = _roster(request)
    return xlsx_file(_named(_("Trainings"), roster), annex.table(roster))


@require_safe
@only(groups.MANAGER)
def extract_pdf(request, pk):
    kept = _keepsake(request, pk)
    return pdf_file(_title(kept), draw(keepsakes.sheet(kept), at=kept.extract.frozen_at))


@require_safe
@only(groups.MANAGER)
def extract_csv(request, pk):
    kept = _keepsake(request, pk)
    return csv_file(_title(kept), keepsakes.table(kept))


def pdf_file(name, drawn):
    headers = {"Content-Disposition": f'attachment; filename="{file_name(name)}.pdf"'}
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)


def _roster(request):
    return Roster(request.user, request.GET, timezone.localdate())


def _named(what, roster):
    return " ".join([what, *roster.offices[:1], str(roster.year)])


def _keepsake(request, pk):
    today = timezone.localdate()
    extract = get_object_or_404(Extract.objects.visible_to(request.user, today), pk=pk)
    return keepsakes.Keepsake(extract, manager=request.user, today=today)


def _title(kept):
    return _("Extract: %s") % kept.facts["name"]
