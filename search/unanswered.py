"""The report of what readers asked and nothing answered."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from people import wording

from .models import Unfound


def last_day(row):
    """A day, and not „21 hours ago”: nobody keeps the hour."""
    return wording.full_date(row.last_day, get_language())


class UnfoundView(ReportView):
    model = Unfound
    page_title = _("Searched for and not found")
    header_icon = "search"
    index_url_name = "unfound_report"
    index_results_url_name = "unfound_report_results"
    any_permission_required = ["change", "publish"]
    permission_policy = policy_registry.get_by_type(Page)
    is_searchable = True
    search_fields = ["text"]
    default_ordering = "-times"
    columns = [
        TitleColumn(
            "text",
            label=_("Searched for"),
            sort_key="text",
            get_url=lambda row: reverse("search:search", query={"q": row.text}),
        ),
        NumberColumn("times", label=_("How often"), sort_key="times"),
        Column("last_day", label=_("Last time"), sort_key="last_day", accessor=last_day),
    ]
    list_export = ["text", "times", "last_day"]
    export_headings = {"text": _("Searched for"), "times": _("How often"), "last_day": _("Last time")}
    export_filename = "meklets-un-nav-atrasts"

    def get_queryset(self):
        self.queryset = Unfound.objects.all()
        return super().get_queryset()
