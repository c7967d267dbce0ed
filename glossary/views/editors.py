"""What editors do with the whole dictionary in the CMS: bring in a file, see what is still to be done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permissions import page_permission_policy

from ..actions import add_drafts
from ..exchange.checking import check_file
from ..exchange.concept import plain
from ..exchange.refusals import Refused
from ..exchange.table import COLUMNS
from ..forms import ConfirmForm, FileForm
from ..gaps import gaps
from ..models import GlossaryPage, TermPage


def section_for(user):
    """The dictionary, for whom may add entries to it."""
    section = GlossaryPage.objects.first()
    if section is None or not section.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    return section


@require_http_methods(["GET", "HEAD", "POST"])
def import_terms(request):
    """A file is checked and nothing is written; the answer shows what would be."""
    section_for(request.user)
    form = FileForm(request.POST or None, request.FILES or None)
    shown = {"form": form, "columns": ", ".join(column.heading for column in COLUMNS)}
    if request.method == "POST" and form.is_valid():
        shown |= checked(form, request.user)
    return render(request, "glossary/admin/import.html", shown)


def checked(form, user):
    file = form.cleaned_data["file"]
    try:
        plan = check_file(file.name, file.read(), known=known_titles())
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return {}
    confirm = ConfirmForm(user=user)
    confirm.seal([concept for _number, concept in plan.new])
    return {"plan": plan, "confirm": confirm, "file_name": file.name}


@require_POST
def confirm_import(request):
    section = section_for(request.user)
    form = ConfirmForm(request.POST, user=request.user)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["checked"]))
        return redirect("glossary_import")
    known = known_titles()
    new = [concept for concept in form.cleaned_data["checked"] if plain(concept.title) not in known]
    made = len(add_drafts(new, section=section, by=request.user))
    told = ngettext("%d draft was made. It is public once you publish it.",
                    "%d drafts were made. They are public once you publish them.", made)  # fmt: skip
    messages.success(request, told % made)
    return redirect("wagtailadmin_explore", section.pk)


def known_titles():
    """Those of drafts too."""
    return set(map(plain, TermPage.objects.values_list("title", flat=True)))


class GapsView(ReportView):
    """Entries that are untranslated, undefined, circular …"""

    page_title = gettext_lazy("Dictionary: what is missing")
    header_icon = "openquote"
    index_url_name = "glossary_gaps"
    index_results_url_name = "glossary_gaps_results"
    any_permission_required = ["add", "change", "publish"]
    model = TermPage
    list_export = ["title", "told"]
    export_headings = {"title": gettext_lazy("term"), "told": gettext_lazy("what is missing")}
    columns = [
        TitleColumn("title", label=gettext_lazy("term"), url_name="wagtailadmin_pages:edit"),
        Column("told", label=gettext_lazy("what is missing")),
        Column("status_string", label=gettext_lazy("state")),
    ]

    permission_policy = page_permission_policy

    def get_queryset(self):
        self.found = gaps()
        return TermPage.objects.filter(pk__in=self.found).order_by("title")

    def decorate_paginated_queryset(self, object_list):
        for term in object_list:
            term.told = "; ".join(self.found[term.pk])
        return object_list
