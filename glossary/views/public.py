"""What anyone may ask of the dictionary beside its pages: permanent addresses, explanations, data."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from ..exchange import skos, tbx
from ..models import GlossaryPage, TermPage
from ..published import concepts

TYPES = {"ttl": "text/turtle", "jsonld": "application/ld+json", "tbx": "application/x-tbx"}
a_minute = cache_control(max_age=60, public=True)


def public_term(number):
    """By its id: unlike pk of a page of a kind, that knows which numbers no column can hold."""
    return get_object_or_404(TermPage.objects.live().public(), id=number)


def root_of(request):
    return Site.find_for_request(request).root_url


@login_not_required
@require_safe
def term(request, number):
    """The permanent address leads to where the entry now is."""
    return redirect(public_term(number).get_url(request))


@login_not_required
@require_safe
@a_minute
def explanation(request, number):
    return render(request, "glossary/explanation.html", {"term": public_term(number)})


@login_not_required
@require_safe
@a_minute
def term_json(request, number):
    entry = public_term(number)
    (found,) = concepts(root_of(request), TermPage.objects.filter(pk=number))
    names = [{"language": "lv", "kind": "preferred", "text": found.title}, *(name._asdict() for name in found.names)]
    facts = {
        "id": found.key,
        "url": entry.get_full_url(request),
        "names": names,
        **{name: getattr(found, name) for name in ("definition", "source", "notes", "status", "broader", "related")},
        "modified": entry.last_published_at,
    }
    return JsonResponse(facts, json_dumps_params={"ensure_ascii": False})


@login_not_required
@require_safe
@a_minute
def download(request, form):
    section = GlossaryPage.objects.live().public().first()
    if section is None or form not in TYPES:
        raise Http404
    found = concepts(root_of(request))
    if form == "tbx":
        content = tbx.write(found, title=section.title)
    else:
        content = skos.write(found, scheme=section.get_full_url(request), title=section.title, form=form)
    headers = {"Content-Disposition": f'attachment; filename="vardnica.{form}"'}
    return HttpResponse(content, content_type=f"{TYPES[form]}; charset=utf-8", headers=headers)
