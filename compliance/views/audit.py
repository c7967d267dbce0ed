"""What an auditor sees by a person's link: one whole year statement, without signing in, for a while."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ..actions.certificates import keep_pdf
from ..forms import CodeForm
from ..models import AuditLink
from ..stated import Stated
from ..throttle import over_limit
from .seals import facts_of, signature_of


def by_link(view):
    """The view gets the open link of the token; nothing of the answer is kept, found or told to other sites."""

    @login_not_required
    @require_safe
    @never_cache
    @wraps(view)
    def answered(request, token):
        answer = _answer(request, token, view)
        answer["X-Robots-Tag"], answer["Referrer-Policy"] = "noindex, nofollow", "no-referrer"
        return answer

    return answered


def _answer(request, token, view):
    if over_limit(request):
        return render(request, "429.html", status=429)
    link = AuditLink.objects.of_token(token).select_related("certificate__replaced_by").first()
    if link is None:
        return render(request, "404.html", status=404)
    if not link.is_open(timezone.now()):
        return render(request, "compliance/audit_over.html", {"code_form": CodeForm()}, status=410)
    return view(request, link, token)


@by_link
def statement(request, link, token):
    link.note_opening(timezone.now())
    context = {"link": link, "token": token, "stated": Stated(link.certificate)}
    return render(request, "compliance/audit.html", context)


@by_link
def pdf(request, link, token):
    headers = {"Content-Disposition": f'inline; filename="{link.certificate.code}.pdf"'}
    drawn = keep_pdf(link.certificate, site=settings.BASE_URL)
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)


@by_link
def facts(request, link, token):
    return facts_of(link.certificate)


@by_link
def signature(request, link, token):
    return signature_of(link.certificate)
