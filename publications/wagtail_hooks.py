from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from .models import IssuePage
from .views import importing


@hooks.register("register_admin_urls")
def register_import():
    return [
        path("publications/articles.xlsx", importing.table, name="publications_table"),
        path("publications/<int:pk>/import/", importing.bring, name="publications_bring"),
        path("publications/<int:pk>/import/confirm/", importing.confirm, name="publications_confirm"),
    ]


@hooks.register("register_page_listing_more_buttons")
@hooks.register("register_page_header_buttons")
def import_button(page, user, **more):
    """Below an issue one adds articles one by one, or all of them from a table."""
    if isinstance(page, IssuePage) and page.pk and page.permissions_for_user(user).can_add_subpage():
        address = reverse("publications_bring", args=[page.pk])
        yield Button(_("Import articles"), address, icon_name="upload", priority=90)
