from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people import groups
from people.models import Employer

from ..access import only
from ..actions.imports import abandon_import, confirm_import
from ..exports import XLSX, csv_file
from ..forms.imports import UploadForm
from ..importing import template
from ..models import ImportRun

RUNS_A_PAGE, ROWS_A_PAGE, ERRORS_SHOWN = 20, 100, 100
WHO = groups.MANAGER, groups.ADMINISTRATOR


@only(*WHO)
def imports(request):
    form = UploadForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid() and (run := form.save()):
        return redirect("offices:import_run", run.pk)
    seen = ImportRun.objects.visible_to(request.user).select_related("employer__parent", "uploaded_by")
    runs = Paginator(seen.defer("rows", "errors"), RUNS_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "offices/imports.html", {"form": form, "runs": runs})


@require_safe
@only(*WHO)
def import_template_xlsx(request, kind):
    units = Employer.objects.managed_by(request.user, timezone.localdate()).exclude(parent=None)
    file = template.xlsx(_known(kind), units.values_list("name", flat=True))
    return FileResponse(file, as_attachment=True, filename=f"veidne-{kind}.xlsx", content_type=XLSX)


@require_safe
@only(*WHO)
def import_template_csv(request, kind):
    return csv_file(f"veidne-{kind}", template.table(_known(kind)))


@require_safe
@only(*WHO)
def import_run(request, pk):
    run = _run(request, pk)
    rows = Paginator(run.rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    told = {"errors": run.errors[:ERRORS_SHOWN], "warnings": run.warnings[:ERRORS_SHOWN]}
    own = run.uploaded_by == request.user
    return render(request, "offices/import_run.html", {"run": run, "rows": rows, "own": own, **told})


@require_safe
@only(*WHO)
def import_errors(request, pk):
    return csv_file(_("errors %s") % pk, [(_("Row"), _("Error")), *_run(request, pk).errors])


@only(*WHO)
@require_POST
def import_confirm(request, pk):
    run = _run(request, pk, uploaded_by=request.user)
    try:
        if confirm_import(run, by=request.user).state == ImportRun.State.CHECKED:
            messages.warning(request, _("Since the check something has changed. Nothing is written: look once more."))
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
    return redirect("offices:import_run", pk)


@only(*WHO)
@require_POST
def import_abandon(request, pk):
    try:
        abandon_import(_run(request, pk, uploaded_by=request.user), by=request.user)
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
    return redirect("offices:imports")


def _run(request, pk, **more):
    seen = ImportRun.objects.visible_to(request.user).select_related("employer__parent", "uploaded_by")
    return get_object_or_404(seen, pk=pk, **more)


def _known(kind):
    if kind not in ("staff", "training"):
        raise Http404
    return kind
