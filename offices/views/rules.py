from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from compliance.actions.rules import fingerprint
from compliance.models import Rule
from people import groups

from ..access import only
from ..effects import by_year, people_in
from ..forms.rules import EnactForm, ReplaceForm, WithdrawForm
from ..rulebook import Rulebook


@require_safe
@only(groups.ANALYST, groups.ADMINISTRATOR)
def rules(request):
    return render(request, "offices/rules.html", {"book": Rulebook(timezone.localdate())})


@only(groups.ANALYST, groups.ADMINISTRATOR)
def enact(request):
    return _proposal(request, EnactForm(request.POST or None), title=_("New norm"))


@only(groups.ANALYST, groups.ADMINISTRATOR)
def replace(request, pk):
    rule = get_object_or_404(Rule.objects.select_related("role"), pk=pk)
    if not rule.stands:
        return _over(request)
    return _proposal(request, ReplaceForm(request.POST or None, rule=rule), title=_("Replace the norm"), rule=rule)


@only(groups.ANALYST, groups.ADMINISTRATOR)
def withdraw(request, pk):
    """A wrong norm that no balance has used yet."""
    rule = get_object_or_404(Rule.objects.select_related("role"), pk=pk)
    if not rule.stands:
        return _over(request)
    form = WithdrawForm(request.POST or None)
    if form.is_valid() and form.save(rule=rule, by=request.user):
        messages.success(request, _("The norm is withdrawn."))
        return redirect("offices:rules")
    return render(request, "offices/rule_withdraw.html", {"form": form, "rule": rule, "title": _("Withdraw the norm")})


def _over(request):
    messages.info(request, _("This norm has been replaced or withdrawn already."))
    return redirect("offices:rules")


def _proposal(request, form, **shown):
    """Written down, then shown with what it would change, then saved if that has not changed meanwhile."""
    shown["form"] = form
    if not form.is_valid() or "edit" in request.POST:
        return render(request, "offices/rule_form.html", shown)
    seen = request.POST.get("seen", "")
    saved, changes = form.propose(by=request.user, seen=seen)
    if saved:
        messages.success(request, _("The norm is saved and the balances are computed anew."))
        return redirect("offices:rules")
    if changes is None:
        return render(request, "offices/rule_form.html", shown)
    shown |= {"effects": by_year(changes), "people": people_in(changes), "seen": fingerprint(changes), "stale": seen}
    return render(request, "offices/rule_effects.html", shown)
