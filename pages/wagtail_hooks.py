from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .reports import LinksView


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        path("reports/links/", LinksView.as_view(), name="links_report"),
        path("reports/links/results/", LinksView.as_view(results_only=True), name="links_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def links_report():
    return MenuItem(_("Links that do not open"), reverse("links_report"), icon_name="link", order=650)
