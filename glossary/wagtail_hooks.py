from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import page_permission_policy

from .views import editors


class ForEditors(MenuItem):
    """Shown to whoever writes pages."""

    def is_shown(self, request):
        return page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"])


@hooks.register("register_admin_urls")
def admin_urls():
    return [
        path("vardnica/imports/", editors.import_terms, name="glossary_import"),
        path("vardnica/imports/apstiprinat/", editors.confirm_import, name="glossary_confirm_import"),
        path("reports/vardnica/", editors.GapsView.as_view(), name="glossary_gaps"),
        path("reports/vardnica/results/", editors.GapsView.as_view(results_only=True), name="glossary_gaps_results"),
    ]


@hooks.register("register_reports_menu_item")
def gaps_menu_item():
    return ForEditors(_("Dictionary"), reverse_lazy("glossary_gaps"), icon_name="openquote", order=900)


@hooks.register("register_admin_menu_item")
def import_menu_item():
    return ForEditors(_("Import terms"), reverse_lazy("glossary_import"), icon_name="upload", order=310)
