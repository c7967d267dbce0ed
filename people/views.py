from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from .forms import NameForm


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
