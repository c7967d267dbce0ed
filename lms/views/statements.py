"""A person's own year statements, and the links by which auditors see them."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from compliance.actions.statements import request_statement as request_action
from compliance.models import AuditLink
from compliance.riga import legal_date

from ..forms.statements import LinkForm
from ..statements import OwnStatement, OwnStatements


@require_safe
def statements(request):
    own = OwnStatements(request.user, today=legal_date(timezone.now()))
    return render(request, "lms/statements.html", {"own": own})


@require_safe
def statement(request, year):
    return show(request, year)


@require_POST
def request_statement(request, year):
    own_year(request, year)
    try:
        request_action(person=request.user, year=year)
        messages.success(request, _("The year statement is issued."))
    except ValidationError as refusal:
        messages.info(request, refusal.messages[0])
    return redirect("lms:statement", year=year)


@require_POST
def make_audit_link(request, code):
    certificate = get_object_or_404(request.user.certificates.statements().standing(), code=code)
    form = LinkForm(request.POST, certificate=certificate)
    token = form.save() if form.is_valid() else None
    made = token and settings.BASE_URL + reverse("compliance:audit", args=[token])
    return show(request, int(certificate.source_key), form=form, made=made)


@require_POST
def withdraw_audit_link(request, pk):
    links = AuditLink.objects.filter(certificate__person=request.user).select_related("certificate")
    link = get_object_or_404(links, pk=pk)
    links.filter(pk=pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    messages.success(request, _("The link is withdrawn."))
    return redirect("lms:statement", year=int(link.certificate.source_key))


def show(request, year, *, form=None, made=None):
    """`made`: the address of a link just made, which is shown this once."""
    own = own_year(request, year)
    form = form if form and not made else own.certificate and LinkForm(certificate=own.certificate)
    return render(request, "lms/statement.html", {"own": own, "form": form, "made": made})


def own_year(request, year):
    own = OwnStatement(request.user, year, at=timezone.now())
    if not (own.is_running or (own.exists and year < own.today.year)):
        raise Http404
    return own
