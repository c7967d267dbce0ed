"""Two reports for editors: what is still to be found out of each page, and what of the sources no page shows."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .missing import kinds_with_gaps, pages_with_gaps
from .source_rows import unshown


def kinds(request):
    """The kinds of pages that can lack something."""
    found = ContentType.objects.get_for_models(*kinds_with_gaps()).values()
    return ContentType.objects.filter(pk__in=[kind.pk for kind in found]).order_by("model")


class GapsFilter(WagtailFilterSet):
    content_type = ContentTypeFilter(label=_("Kind"), queryset=kinds)

    class Meta:
        model = Page
        fields = ["content_type"]


class LinesColumn(Column):
    """Several lines in one cell."""

    cell_template_name = "wagtailadmin/lines_cell.html"


class MissingView(ReportView):
    """The pages that lack something an editor should find out."""

    model = Page
    page_title = _("What is missing")
    header_icon = "help"
    index_url_name = "missing_report"
    index_results_url_name = "missing_report_results"
    filterset_class = GapsFilter
    any_permission_required = ["change", "publish"]
    permission_policy = policy_registry.get_by_type(Page)
    is_searchable = False
    columns = [
        TitleColumn("title", label=_("Page"), get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk])),
        Column("kind", label=_("Kind")),
        LinesColumn("missing", label=_("Still to find out")),
    ]
    list_export = ["title", "kind", "full_url", "missing"]
    export_headings = {
        "title": _("Page"),
        "kind": _("Kind"),
        "full_url": _("Address"),
        "missing": _("Still to find out"),
    }
    export_filename = "kas-trukst"

    def get_queryset(self):
        self.gaps = {page.pk: (page, lines) for page, lines in pages_with_gaps()}
        allowed = self.permission_policy.instances_user_has_any_permission_for(self.request.user, ["change", "publish"])
        self.queryset = allowed.filter(pk__in=self.gaps).order_by("path")
        return super().get_queryset()

    def get_table(self, object_list):
        """Wagtail makes the table before it decorates."""
        return super().get_table(self.decorate_paginated_queryset(object_list))

    def decorate_paginated_queryset(self, pages):
        decorated = []
        for row in pages:
            page, page.missing = self.gaps[row.pk]
            page.kind = capfirst(page._meta.verbose_name)
            decorated.append(page)
        return decorated


class UnshownView(ReportView):
    """The rows of the source documents that no page shows."""

    page_title = _("Sources not shown")
    header_icon = "doc-empty"
    index_url_name = "unshown_report"
    index_results_url_name = "unshown_report_results"
    any_permission_required = ["change", "publish"]
    permission_policy = policy_registry.get_by_type(Page)
    is_searchable = False
    paginate_by = None
    columns = [
        Column("row", label=_("Row"), accessor=lambda one: one.source.row),
        Column("item", label=_("What"), accessor=lambda one: one.source.item),
        Column("address", label=_("Address"), accessor=lambda one: one.source.address),
        LinesColumn("lacking", label=_("Words not found")),
    ]
    list_export = ["source.row", "source.item", "source.address", "lacking"]
    export_headings = {
        "source.row": _("Row"),
        "source.item": _("What"),
        "source.address": _("Address"),
        "lacking": _("Words not found"),
    }
    export_filename = "avotu-rindas"

    def get_queryset(self):
        return unshown(self.request)
