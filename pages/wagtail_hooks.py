from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .gaps import MissingView, UnshownView


@hooks.register("register_admin_urls")
def gap_addresses():
    return [
        path("reports/missing/", MissingView.as_view(), name="missing_report"),
        path("reports/missing/results/", MissingView.as_view(results_only=True), name="missing_report_results"),
        path("reports/unshown/", UnshownView.as_view(), name="unshown_report"),
        path("reports/unshown/results/", UnshownView.as_view(results_only=True), name="unshown_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def missing_report():
    return MenuItem(_("What is missing"), reverse("missing_report"), icon_name="help", order=600)


@hooks.register("register_reports_menu_item")
def unshown_report():
    return MenuItem(_("Sources not shown"), reverse("unshown_report"), icon_name="doc-empty", order=610)
