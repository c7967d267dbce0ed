from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .answering import answer
from .asking import TooLong, asked
from .completing import complete
from .data import data, too_long
from .finding import A_PAGE
from .labels import kind_name
from .unfound import note

INSTANT = "search-field"
READABLE = {"ensure_ascii": False}


@login_not_required
@require_safe
def search(request):
    try:
        query = asked(request.GET.get("q", ""), request.GET)
    except TooLong:
        return render(request, "search/too_long.html", status=400)
    found = answer(query, request)
    if request.htmx.trigger != INSTANT:
        note(found, day=timezone.localdate())
    swapped = request.htmx and not request.htmx.history_restore_request
    response = render(request, f"search/{'answer' if swapped else 'search'}.html", shown(found))
    patch_vary_headers(response, ["HX-Request", "HX-History-Restore-Request"])
    return response


def shown(found):
    page = Paginator(range(found.results.total), A_PAGE).get_page(found.results.page)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return vars(found) | {"others": found.others, "fewer": found.fewer, "page": page, "numbers": numbers}


@login_not_required
@require_safe
def api(request):
    """The names of kinds and facets are in the language that the asker prefers."""
    with translation.override(translation.get_language_from_request(request)):
        try:
            found = answer(asked(request.GET.get("q", ""), request.GET), request)
            response = JsonResponse(data(found, request.build_absolute_uri), json_dumps_params=READABLE)
        except TooLong:
            response = JsonResponse(too_long(), status=400, json_dumps_params=READABLE)
    patch_vary_headers(response, ["Accept-Language"])
    return response


@login_not_required
@require_safe
@cache_control(max_age=60, public=True)
def suggestions(request):
    """In the form that browsers take: what was typed, names, their kinds, their addresses."""
    typed = request.GET.get("q", "")
    offers = complete(typed, request.GET.get("kind", ""))
    columns = [
        [offer.text for offer in offers],
        [kind_name(offer.kind) for offer in offers],
        [request.build_absolute_uri(offer.address) for offer in offers],
    ]
    kind = "application/x-suggestions+json"
    return JsonResponse([typed[:100], *columns], safe=False, content_type=kind, json_dumps_params=READABLE)


@login_not_required
@require_safe
@cache_control(max_age=86400, public=True)
def opensearch(request):
    root = request.build_absolute_uri("/").rstrip("/")
    kind = "application/opensearchdescription+xml"
    return render(request, "search/opensearch.xml", {"root": root}, content_type=kind)
