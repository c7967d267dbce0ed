"""A manager submits a certificate for somebody on the staff: the same two steps as the person's own."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from compliance.models import Document, Provider
from lms.forms.outside import UploadForm, description
from people import groups
from people.models import Employment

from ..access import only


@only(groups.MANAGER)
def submit_for(request, person):
    person = _of_staff(request, person)
    form = UploadForm(request.POST or None, request.FILES or None)
    if form.is_valid() and (document := form.save(person=person, by=request.user)):
        kind = {"kind": form.cleaned_data["kind"]}
        return redirect(reverse("offices:describe_for", args=[person.pk, document.pk], query=kind))
    return render(request, "lms/outside_submit.html", {"form": form, "person": person})


@only(groups.MANAGER)
def describe_for(request, person, document):
    person = _of_staff(request, person)
    document = get_object_or_404(Document.objects.unused(), person=person, uploaded_by=request.user, pk=document)
    form = description(document, request.GET, request.POST or None)
    if form.is_valid() and form.save(document=document, by=request.user):
        messages.success(request, _("The certificate is submitted; its hours wait for approval."))
        return redirect("offices:person", person.pk)
    context = {"form": form, "document": document, "providers": Provider.objects.offered(), "person": person}
    return render(request, "lms/outside_describe.html", context)


def _of_staff(request, pk):
    """Someone confirmed today at what the manager manages, but for the manager."""
    today = timezone.localdate()
    jobs = Employment.objects.confirmed().running(today).managed_by(request.user, today)
    job = jobs.filter(person__pk=pk).exclude(person=request.user).select_related("person").first()
    if job is None:
        raise Http404
    return job.person
