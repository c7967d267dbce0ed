"""Articles from a table, in the CMS: a file, what it holds, drafts."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from publications.actions import import_articles
from publications.forms import ArticlesForm, ConfirmForm, unknown_names
from publications.models import IssuePage
from publications.template import xlsx

from .public import attachment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def issue_for(user, pk):
    """By id: unlike pk of a page of a kind, that knows which numbers no column can hold."""
    issue = get_object_or_404(IssuePage, id=pk)
    if not issue.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    return issue


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request, pk):
    """The file, and after it what the file holds; nothing is written."""
    issue = issue_for(request.user, pk)
    form = ArticlesForm(request.POST or None, request.FILES or None, issue=issue)
    if request.method == "POST" and form.is_valid():
        confirm = ConfirmForm(issue=issue, user=request.user).holding(form.lines)
        found = {"lines": form.lines, "errors": form.errors_of_rows, "unknown": unknown_names(form.lines)}
        return shown(request, issue, "check.html", {"form": confirm, **found})
    return shown(request, issue, "bring.html", {"form": form})


@require_POST
def confirm(request, pk):
    issue = issue_for(request.user, pk)
    form = ConfirmForm(request.POST, issue=issue, user=request.user)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["rows"]))
        return redirect("publications_bring", pk)
    lines = form.cleaned_data["rows"]
    import_articles(issue, lines, by=request.user)
    made = ngettext("%(count)d draft was made.", "%(count)d drafts were made.", len(lines)) % {"count": len(lines)}
    messages.success(request, made)
    return redirect("wagtailadmin_explore", issue.pk)


@require_safe
def table(request):
    return attachment(xlsx(), XLSX, "raksti.xlsx")


def shown(request, issue, name, more):
    title = _("Import articles")
    return render(request, f"publications/importing/{name}", {"issue": issue, "page_title": title, **more})
