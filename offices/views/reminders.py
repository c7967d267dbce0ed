from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lms.headline import lang
from people import groups, letters
from people.wording import to_staff

from .. import reminding
from ..access import only
from ..actions.reminders import remind as send_reminders
from ..roster import Roster


@only(groups.MANAGER)
def remind(request):
    """Whom the filters of the staff page leave, or those named, this year: first a look, then the button."""
    rows, named = _asked_for(request), "person" in request.GET
    if request.method == "POST":
        shown = set(request.POST.getlist("person"))
        rows_shown = [row for row in rows if str(row.person.pk) in shown]
        _tell(request, send_reminders(rows_shown, by=request.user, named=named))
        return redirect(_back(request, rows))
    at = timezone.now()
    found = reminding.sort_out(rows, by=request.user, at=at, named=named)
    sample = reminding.written(found.to[:1], by=request.user, at=at)
    letter = [(letters.subject(notice), letters.text(notice)) for notice in sample]
    return render(request, "offices/remind.html", {"found": found, "letter": letter, "back": _back(request, rows)})


def _asked_for(request):
    query = {name: value for name, value in request.GET.items() if name != "year"}
    named = set(request.GET.getlist("person"))
    rows = Roster(request.user, query, timezone.localdate()).rows
    return [row for row in rows if not named or str(row.person.pk) in named]


def _back(request, rows):
    """The dossier of the one named, else the staff as they were filtered."""
    if len(rows) == 1 and "person" in request.GET:
        return reverse("offices:person", args=[rows[0].person.pk])
    return reverse("offices:staff", query=request.GET)


def _tell(request, notices):
    if notices:
        messages.success(request, _("The reminder is sent %s.") % to_staff(len(notices), lang()))
    else:
        messages.info(request, _("Nobody was reminded: everyone chosen has had a reminder in the last 7 days."))
