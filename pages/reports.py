"""What editors are told about all pages at once."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from .models import Link


class PagesColumn(Column):
    """Where the link stands, each page with a way to its form."""

    cell_template_name = "wagtailadmin/pages_cell.html"

    def get_value(self, row):
        return row.pages.all()


class LinksView(ReportView):
    """Outside addresses that did not open when the portal last asked."""

    model = Link
    page_title = _("Links that do not open")
    header_icon = "link"
    index_url_name = "links_report"
    index_results_url_name = "links_report_results"
    is_searchable = False
    columns = [
        Column("address", label=_("Address")),
        Column("problem", label=_("Problem")),
        PagesColumn("pages", label=_("Pages")),
        DateColumn("asked_at", label=_("Asked")),
    ]
    list_export = ["address", "problem", "asked_at"]
    export_headings = {"address": _("Address"), "problem": _("Problem"), "asked_at": _("Asked")}

    def get_queryset(self):
        return Link.objects.exclude(problem="").order_by("address").prefetch_related("pages")
