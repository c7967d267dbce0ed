from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.search_promotions.forms import SearchPromotionsFormSet

from .recommended import PicksView
from .unanswered import UnfoundView

# The only label of a recommendation that Wagtail has not marked for translation.
SearchPromotionsFormSet.form.base_fields["external_link_text"].label = _("External link text")


@hooks.register("register_admin_urls")
def report_addresses():
    return [
        path("reports/nav-atrasts/", UnfoundView.as_view(), name="unfound_report"),
        path("reports/nav-atrasts/results/", UnfoundView.as_view(results_only=True), name="unfound_report_results"),
    ]


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own
def picks_addresses():
    return [
        path("searchpicks/", PicksView.as_view(), name="picks"),
        path("searchpicks/results/", PicksView.as_view(results_only=True), name="picks_results"),
    ]


@hooks.register("register_reports_menu_item")
def unfound_report():
    return MenuItem(_("Searched for and not found"), reverse("unfound_report"), icon_name="search", order=620)


@hooks.register("construct_reports_menu")
def hide_popular_terms(request, menu_items):
    """Wagtail's list of popular searches: the portal does not keep who asks what how often."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
