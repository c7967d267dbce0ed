from django import template
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from people import groups

register = template.Library()
DOORS = [
    (_("Staff"), "offices:staff", {groups.MANAGER}),
    (_("Requests"), "offices:unmanaged", {groups.ADMINISTRATOR}),
    (_("Overview"), "offices:totals", {groups.ANALYST, groups.ADMINISTRATOR}),
    (_("Exemptions from the norm"), "offices:exemptions", {groups.REVIEWER}),
    (_("Norms"), "offices:rules", {groups.ANALYST, groups.ADMINISTRATOR}),
    (_("Content management"), "wagtailadmin_home", {groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR}),
]


@register.simple_tag
def publishes(user):
    return user.belongs_to(groups.EDITOR, groups.MODERATOR, groups.ADMINISTRATOR)


@register.simple_tag
def doors_of(user):
    """What the person's groups open besides their own year: label and url."""
    opened = [door for door in DOORS if not user.group_names.isdisjoint(door[2])]
    return [{"label": label, "url": reverse(name)} for label, name, _groups in opened]
