"""What readers take along: a reference for their manager of references, an issue for a reading device."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.models import Page

from publications.bibtex import bibtex
from publications.csl import as_json
from publications.epub import epub as written
from publications.models import BookPage, CitedPage, IssuePage, Volume
from publications.ris import ris

FORMS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (as_json, "application/vnd.citationstyles.csl+json"),
}


@require_safe
def cite(request, pk, form):
    page = get_object_or_404(Page.objects.live().public(), pk=pk).specific
    if not isinstance(page, CitedPage):
        raise Http404
    return reference(page.csl(), form, page.slug)


@require_safe
def cite_volume(request, pk, form):
    volume = get_object_or_404(Volume.objects.filter(book__in=BookPage.objects.live().public()), pk=pk)
    return reference(volume.csl(), form, f"{volume.book.slug}-{pk}")


def reference(item, form, name):
    if form not in FORMS:
        raise Http404
    write, kind = FORMS[form]
    return attachment(write(item), kind, f"{name}.{form}")


@require_safe
def epub(request, pk):
    """By id: unlike pk of a page of a kind, that knows which numbers no column can hold."""
    issue = get_object_or_404(IssuePage.objects.live().public(), id=pk)
    if not issue.readable_articles():
        raise Http404
    return attachment(written(issue), "application/epub+zip", f"{issue.slug}.epub")


def attachment(content, kind, name):
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
