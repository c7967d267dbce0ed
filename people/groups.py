"""Permission groups („lietotāja loma”): what someone may do in the portal, apart from the job they hold.

Moderators and Editors carry the names that Wagtail gives them, so its own workflow finds them.
"""

SPECIALIST = "Specialists"
MANAGER = "Managers"
EDITOR = "Editors"
MODERATOR = "Moderators"
REVIEWER = "Reviewers"
ANALYST = "Ministry analysts"
ADMINISTRATOR = "Administrators"

ALL = (SPECIALIST, MANAGER, EDITOR, MODERATOR, REVIEWER, ANALYST, ADMINISTRATOR)
STAFF = (MANAGER, EDITOR, MODERATOR, REVIEWER, ANALYST, ADMINISTRATOR)
"""Those who see other people's data or publish: a second factor is asked of them when DEBUG is off."""
