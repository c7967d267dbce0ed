from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from . import codes
from .actions.certificates import keep_pdf
from .forms import CodeForm
from .models import Certificate, Document
from .throttle import over_limit


@login_not_required
@require_safe
def check(request):
    """Type the code of a certificate."""
    form = CodeForm(request.GET or None)
    if form.is_valid():
        return redirect("compliance:verify", code=form.cleaned_data["code"])
    return render(request, "compliance/check.html", {"form": form})


@login_not_required
@require_safe
def verify(request, code):
    """What the portal knows of a certificate; public, also for revoked ones."""
    if over_limit(request):
        return render(request, "429.html", status=429)
    certificate = Certificate.objects.filter(code=codes.read(code)).select_related("replaced_by").first()
    if certificate is None:
        return render(request, "compliance/unknown.html", {"form": CodeForm()}, status=404)
    return render(request, "compliance/verify.html", {"certificate": certificate})


@require_safe
def certificate(request, code):
    """The PDF, for its owner only; drawn when first asked for and then kept."""
    own = get_object_or_404(request.user.certificates, code=codes.read(code))
    headers = {"Content-Disposition": f'inline; filename="{own.code}.pdf"'}
    return HttpResponse(keep_pdf(own, site=settings.BASE_URL), content_type="application/pdf", headers=headers)


@require_safe
def document(request, pk):
    """The file that someone brought, to be saved: browsers never show it on the portal's pages."""
    kept = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)
