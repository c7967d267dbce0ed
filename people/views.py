from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from . import stops
from .forms import NameForm
from .models import NoticePreference, User
from .models.preference import stopped


def profile(request):
    """One's own account: the name, the ways to sign in, where one works."""
    form = NameForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, _("The name is changed. Certificates issued earlier stay as they were."))
        return redirect("account_profile")
    running = request.user.employments.standing().running(timezone.localdate())
    context = {"form": form, "employments": running.select_related("employer__parent", "role")}
    return render(request, "people/profile.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mails(request, token):
    """The link of a mail: shows a button, because programs follow links; the button, or a mail program, stops."""
    if not (asked := stops.read(token)):
        raise Http404
    person, topic = get_object_or_404(User, pk=asked[0]), asked[1]
    if request.method == "POST":
        NoticePreference.objects.update_or_create(person=person, defaults={topic: False})
    shown = {"topic": topic.label, "stopped": stopped(topic).filter(person=person).exists()}
    return render(request, "people/stop_mails.html", shown)
