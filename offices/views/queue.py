"""Certificates from elsewhere: who decides goes through them one by one, or approves the plain ones at once."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from compliance import flags
from compliance.actions.external import approve_external
from compliance.models import ExternalCertificate, ExternalStep
from people import groups

from ..access import only
from ..forms.certificates import CertificateForm, CorrectCertificateForm
from ..queue import DECIDERS, Queue
from ..sample import Sample

State = ExternalCertificate.State


@require_safe
@only(*DECIDERS)
def queue(request):
    samples = request.user.belongs_to(groups.REVIEWER)
    return render(request, "offices/queue.html", {"queue": _queue(request), "samples": samples})


@only(*DECIDERS)
def certificate(request, pk):
    if request.method == "POST":
        return _decide(request, _decided_by(request, pk))
    one = _seen_by(request, pk)
    return _show(request, one, CertificateForm(certificate=one))


@require_POST
@only(*DECIDERS)
def approve_all(request):
    """The chosen ones that nothing speaks against, each by itself: one that is refused stops no other."""
    chosen, approved = set(request.POST.getlist("certificate")), 0
    for one in _queue(request).unflagged:
        if str(one.pk) in chosen:
            approved += _approved(one, by=request.user)
    if approved:
        said = ngettext("%d certificate is approved.", "%d certificates are approved.", approved)
        messages.success(request, said % approved)
    if approved < len(chosen):
        messages.info(request, _("Some of the chosen were not approved: they were decided on or need a closer look."))
    if not chosen:
        messages.info(request, _("Choose the certificates to approve."))
    return redirect("offices:queue")


@only(*DECIDERS)
def correct_certificate(request, pk):
    one = _seen_by(request, pk)
    if one.state != State.APPROVED:
        return redirect("offices:certificate", pk)
    form = CorrectCertificateForm(request.POST or None, certificate=one)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("The correction is recorded."))
        return redirect("offices:certificate", pk)
    return render(request, "offices/certificate_correct.html", {"certificate": one, "form": form})


@require_safe
@only(groups.REVIEWER)
def sample(request):
    shown = Sample(request.user, request.GET.get("month", ""), timezone.localdate())
    return render(request, "offices/sample.html", {"sample": shown})


@require_POST
@only(groups.REVIEWER)
def mark_seen(request, pk):
    rows = _rows().approved().seen_by(request.user, timezone.localdate())
    one = get_object_or_404(rows.exclude(decided_by=request.user), pk=pk)
    one.steps.create(verb=ExternalStep.Verb.SEEN, by=request.user, at=timezone.now())
    messages.success(request, _("Marked as looked at."))
    return redirect("offices:sample")


def _decide(request, one):
    """Record the decision and open the next one; who comes second is told."""
    following = _queue(request).following(one)
    form = CertificateForm(request.POST, certificate=one)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, form.said)
    elif _rows().submitted().filter(pk=one.pk).exists():
        return _show(request, one, form)
    else:
        told = [*form.non_field_errors(), _("Another approver has already looked at this submission.")]
        messages.info(request, told[0])
    return redirect("offices:certificate", following.pk) if following else redirect("offices:queue")


def _show(request, one, form):
    waiting = _queue(request)
    before, after = waiting.beside(one)
    context = {
        "certificate": one,
        "form": form,
        "flags": flags.found([one])[one.pk],
        "steps": one.steps.select_related("by"),
        "queue": waiting,
        "before": before,
        "after": after,
        "decides": _rows().decided_by(request.user, timezone.localdate()).filter(pk=one.pk).exists(),
    }
    return render(request, "offices/certificate.html", context)


def _approved(one, *, by):
    try:
        return bool(approve_external(one, by=by))
    except ValidationError:
        return False


def _queue(request):
    return Queue(request.user, timezone.localdate())


def _rows():
    return ExternalCertificate.objects.select_related("person", "document", "submitted_by", "decided_by")


def _decided_by(request, pk):
    return get_object_or_404(_rows().decided_by(request.user, timezone.localdate()), pk=pk)


def _seen_by(request, pk):
    return get_object_or_404(_rows().seen_by(request.user, timezone.localdate()), pk=pk)
