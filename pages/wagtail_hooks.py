from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .gaps import MissingView, UnshownView
from .reports import LinksView

REPORTS = {"missing": MissingView, "unshown": UnshownView, "links": LinksView}


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        path(f"reports/{name}/{tail}", view.as_view(results_only=bool(tail)), name=f"{name}_report{suffix}")
        for name, view in REPORTS.items()
        for tail, suffix in (("", ""), ("results/", "_results"))
    ]


@hooks.register("register_reports_menu_item")
def missing_report():
    return MenuItem(_("What is missing"), reverse("missing_report"), icon_name="help", order=600)


@hooks.register("register_reports_menu_item")
def unshown_report():
    return MenuItem(_("Sources not shown"), reverse("unshown_report"), icon_name="doc-empty", order=610)


@hooks.register("register_reports_menu_item")
def links_report():
    return MenuItem(_("Links that do not open"), reverse("links_report"), icon_name="link", order=650)
