from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from lms.development import Shelf
from lms.views.development import show
from people import groups
from people.models import User

from ..access import only
from ..person import Dossier


@require_http_methods(["GET", "HEAD", "POST"])
@only(groups.MANAGER)
def development_plan(request, person):
    """The plans of one of the staff at what the manager manages."""
    today = timezone.localdate()
    found = get_object_or_404(User, pk=person)
    if not Dossier(request.user, found, today).years:
        raise Http404
    return show(request, Shelf(found, request.user, request.GET, today=today))
