from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from people import letters
from people.forms import NoticePreferenceForm
from people.models import NoticePreference

SHOWN_FOR = timedelta(days=365)


def notices(request):
    """What the portal has told the person in the last year, unread first marked then read; what comes by e-mail."""
    own = NoticePreference.objects.filter(person=request.user).first() or NoticePreference(person=request.user)
    form = NoticePreferenceForm(request.POST or None, instance=own)
    if form.is_valid():
        form.save()
        messages.success(request, _("The choice is saved."))
        return redirect("lms:notices")
    told = request.user.notices.in_portal()
    lately = told.filter(created_at__gt=timezone.now() - SHOWN_FOR).order_by("-created_at", "-pk")
    shown = [(notice, letters.subject(notice), letters.text(notice)) for notice in lately]
    if request.method == "GET":
        told.unread().update(read_at=timezone.now())
    unread = sum(notice.read_at is None for notice, *_words in shown)
    return render(request, "lms/notices.html", {"form": form, "notices": shown, "unread": unread})
