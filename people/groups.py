"""Permission groups („lietotāja loma”): what someone may do in the portal, apart from the job they hold.

Moderators and Editors carry the names that Wagtail gives them, so its own workflow finds them.
"""

from django.utils.translation import gettext_lazy as _

SPECIALIST = "Specialists"
MANAGER = "Managers"
APPROVER = "Approvers"
EDITOR = "Editors"
MODERATOR = "Moderators"
REVIEWER = "Reviewers"
ANALYST = "Ministry analysts"
ADMINISTRATOR = "Administrators"

LABELS = {
    SPECIALIST: _("specialist"),
    MANAGER: _("manager"),
    APPROVER: _("approver at an office"),
    EDITOR: _("editor"),
    MODERATOR: _("moderator"),
    REVIEWER: _("reviewer"),
    ANALYST: _("ministry analyst"),
    ADMINISTRATOR: _("administrator"),
}
ALL = tuple(LABELS)
STAFF = (MANAGER, APPROVER, EDITOR, MODERATOR, REVIEWER, ANALYST, ADMINISTRATOR)
"""Those who see other people's data or publish: a second factor is asked of them when DEBUG is off."""
