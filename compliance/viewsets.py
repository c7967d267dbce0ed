"""What administrators read of the rules and the ledger in the CMS; nothing is edited there."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from people.viewsets import DayColumn, Inspected, ReadOnlyPolicy
from people.wording import number

from .models import CreditEntry, Rule


def _amount(row):
    return number(row.amount, get_language())


class RuleViewSet(ModelViewSet):
    model = Rule
    icon = "clipboard-list"
    menu_label = _("Rules")
    add_to_reference_index = copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = Inspected
    form_fields = ["citation"]
    list_display = [
        "role",
        "kind",
        Column("amount", accessor=_amount, label=_("Amount a year")),
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        Column("verified", accessor=lambda row: "" if row.verified else _("not verified"), label=_("Check")),
        Column("replaced", accessor=lambda row: _("replaced") if row.replaced_by_id else "", label=_("State")),
    ]
    list_filter = ["role", "kind", "verified"]


class InspectedEntry(Inspected):
    words = {"corrects": _("Corrects"), "recorded_by": _("Recorded by"), "reverses": _("Reverses")}


class EntryViewSet(ModelViewSet):
    model = CreditEntry
    icon = "history"
    menu_label = _("Ledger")
    add_to_reference_index = copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = InspectedEntry
    inspect_view_fields_exclude = ["id", "text", "previous_hash", "hash"]  # what verify_ledger reads, not people
    form_fields = ["title"]
    list_display = [
        "person",
        "title",
        "entry",
        Column("amount", accessor=_amount, label=_("Amount")),
        "unit",
        DayColumn("legal_date", label=_("Legal date"), sort_key="legal_date"),
    ]
    list_filter = ["kind", "source", "entry", "year"]
    search_fields = ["title", "person__last_name", "person__email"]


for read_only in (Rule, CreditEntry):
    register_permission_policy(read_only, ReadOnlyPolicy(read_only))


class ComplianceViewSetGroup(ViewSetGroup):
    menu_label = _("Rules and hours")
    menu_icon = "clipboard-list"
    menu_order = 260
    items = (RuleViewSet(), EntryViewSet())
