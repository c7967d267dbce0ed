"""Certificates obtained elsewhere: submitted in two steps, followed, made precise and withdrawn by their person."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from compliance.actions.external import withdraw_external
from compliance.models import Document, ExternalCertificate, Provider

from ..forms.outside import PreciseForm, UploadForm, description

State = ExternalCertificate.State


def submit(request):
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (document := form.save(person=request.user, by=request.user)):
        return redirect(reverse("lms:describe", args=[document.pk], query={"kind": form.cleaned_data["kind"]}))
    return render(request, "lms/outside_submit.html", {"form": form})


def describe(request, document):
    document = get_object_or_404(
        Document.objects.unused().filter(person=request.user, uploaded_by=request.user), pk=document
    )
    form = description(document, request.GET, request.POST or None)
    if form.is_valid() and form.save(document=document, by=request.user):
        messages.success(request, _("The certificate is submitted; its hours wait for approval."))
        return redirect("lms:home")
    context = {"form": form, "document": document, "providers": Provider.objects.offered()}
    return render(request, "lms/outside_describe.html", context)


def outside(request, pk):
    own = ExternalCertificate.objects.filter(person=request.user)
    certificate = get_object_or_404(own.select_related("document", "submitted_by"), pk=pk)
    form = PreciseForm(request.POST or None, request.FILES or None, certificate=certificate)
    if certificate.state == State.RETURNED and form.is_valid() and form.save(by=request.user):
        messages.success(request, _("The certificate is submitted again."))
        return redirect("lms:outside", pk)
    context = {"certificate": certificate, "steps": certificate.steps.select_related("by"), "form": form}
    return render(request, "lms/outside.html", context | {"providers": Provider.objects.offered()})


@require_POST
def withdraw(request, pk):
    certificate = get_object_or_404(ExternalCertificate, person=request.user, pk=pk)
    try:
        withdraw_external(certificate, by=request.user)
        messages.success(request, _("The certificate is withdrawn."))
    except ValidationError as refusal:
        messages.info(request, refusal.messages[0])
    return redirect("lms:outside", pk)
