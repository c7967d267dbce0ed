from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    CONFERENCE = "conference", _("conference")
    DISCUSSION = "discussion", _("thematic discussion")
    SEMINAR = "seminar", _("methodical seminar in the regions")
    SCHOOL = "school", _("summer school")
    THINK_TANK = "think_tank", _("think-tank")


KINDS = {
    Kind.CONFERENCE: _("conferences"),
    Kind.DISCUSSION: _("thematic discussions"),
    Kind.SEMINAR: _("methodical seminars in the regions"),
    Kind.SCHOOL: _("summer schools"),
    Kind.THINK_TANK: _("think-tanks"),
}


class Frame(models.TextChoices):
    """What an event was part of: plans count those of the regular support only."""

    REGULAR = "regular", _("regular methodical support of the project")
    OTHER = "other", _("another event of the project")
    MINISTRY = "ministry", _("another event of the Ministry of Welfare")
    CAMPAIGN = "campaign", _("campaign on social work in the community")
    SUCCESSOR = "successor", _("the project that goes on with the work")
