from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe
from wagtail.models import Page

from . import share_picture


def public_page(pk):
    """A live page that everyone may see, or 404."""
    return get_object_or_404(Page.objects.live().public(), pk=pk).specific


@login_not_required
@require_safe
def short(request, pk):
    """The permanent address of a page, whatever its own becomes; for now, since its own may change."""
    address = public_page(pk).get_url(request)
    if address is None:
        raise Http404
    return redirect(address)


@login_not_required
@require_safe
def picture(request, pk, version):
    page = public_page(pk)
    if not hasattr(page, "kind_name") or version != share_picture.version(page):
        raise Http404
    headers = {"Cache-Control": "public, max-age=604800"}
    return HttpResponse(share_picture.picture(page), content_type="image/png", headers=headers)
