"""What anyone needs to check a year statement without the portal: its data, their signature and the public keys."""

import base64

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from .. import codes, portal_keys

PEM = "application/x-pem-file"


@login_not_required
@require_safe
def keys(request):
    """The public keys and how to check with them."""
    return render(request, "compliance/keys.html", {"fingerprints": list(portal_keys.published())})


@login_not_required
@require_safe
def key(request, fingerprint):
    found = portal_keys.published().get(fingerprint)
    if found is None:
        raise Http404
    return attached(portal_keys.pem(found), f"{fingerprint}.pem", PEM)


@require_safe
def facts(request, code):
    return facts_of(own(request, code))


@require_safe
def signature(request, code):
    return signature_of(own(request, code))


def own(request, code):
    return get_object_or_404(request.user.certificates.statements(), code=codes.read(code))


def facts_of(statement):
    """Byte by byte what the digest and the signature cover."""
    return attached(statement.facts, f"{statement.code}.json", "application/json")


def signature_of(statement):
    return attached(base64.b64decode(statement.signature), f"{statement.code}.sig", "application/octet-stream")


def attached(content, name, kind):
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
