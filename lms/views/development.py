"""The individual development plan: its person's page, and what the person and their managers do with it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import plan_pdf, themes
from ..actions import plans
from ..development import Sheet, Shelf, address_of
from ..forms.plans import ItemForm
from ..models import DevelopmentPlan

NUMBER = 9  # digits of a count that a form may send


@require_http_methods(["GET", "HEAD", "POST"])
def development_plan(request):
    return show(request, Shelf(request.user, request.user, request.GET, today=timezone.localdate()))


def show(request, shelf):
    """The plan chosen by the address; a POST begins the next version where none is open."""
    if request.method != "POST":
        return render(request, "lms/development.html", {"shelf": shelf, "sheet": shelf.sheet})
    if shelf.employer is None:
        messages.error(request, _("A plan is made with an employer; no workplace of this year is confirmed yet."))
        return redirect(request.path)
    plan = plans.begin_plan(person=shelf.person, employer=shelf.employer, year=shelf.year, by=request.user)
    return redirect(address_of(plan, request.user))


def add_item(request, pk):
    plan = _plan(request, pk)
    return _written(request, plan, ItemForm(request.POST or None, plan=plan))


def item(request, pk, item):
    plan = _plan(request, pk)
    kept = get_object_or_404(plan.items, pk=item)
    return _written(request, plan, ItemForm(request.POST or None, plan=plan, item=kept))


@require_POST
def remove_item(request, pk, item):
    return _told(request, _plan(request, pk), _("The item is removed."), plans.remove_item, key=item)


@require_POST
def agree(request, pk):
    plan, typed = _plan(request, pk), request.POST.get("changes", "")
    changes = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= NUMBER else None
    return _told(request, plan, _("You have agreed to the plan."), plans.agree, by=request.user, changes=changes)


@require_safe
def pdf(request, pk):
    plan = _plan(request, pk)
    name = slugify(" ".join(map(str, (_("Development plan"), plan.person, plan.year, plan.version))))
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    drawn = plan_pdf.render(Sheet(plan), at=timezone.now())
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)


def _plan(request, pk):
    visible = DevelopmentPlan.objects.visible_to(request.user).select_related("person", "employer__parent", "manager")
    return get_object_or_404(visible, pk=pk)


def _written(request, plan, form):
    back = address_of(plan, request.user)
    if form.is_valid() and form.save():
        messages.success(request, _("The item is saved. Both sides now agree to the plan anew."))
        return redirect(back)
    context = {"plan": plan, "form": form, "back": back, "themes": themes.suggested()}
    return render(request, "lms/plan_item.html", context)


def _told(request, plan, done, action, **context):
    """Do it and say so, or say why not."""
    try:
        action(plan, **context)
        messages.success(request, done)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(address_of(plan, request.user))
