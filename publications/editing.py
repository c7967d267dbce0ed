"""The editor's form of an issue: there is one of each year and number."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class IssueForm(WagtailAdminPageForm):
    def clean(self):
        cleaned = super().clean()
        others = type(self.instance).objects.child_of(self.parent_page).exclude(pk=self.instance.pk)
        if others.filter(year=cleaned.get("year"), number=cleaned.get("number")).exists():
            self.add_error("number", _("There is an issue of this year with this number already."))
        return cleaned
