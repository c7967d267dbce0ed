"""Who asks for a page, with what every page tells of its visitor."""

from django.contrib.auth.models import Group
from django.db.models import BigIntegerField, Count, OuterRef, Q, StringAgg, Subquery, Value

from .models import User
from .models.preference import IN_PORTAL
from .models.user import BETWEEN
from .prepared import prepared


def visitor(key: int) -> User | None:
    """With how many notices wait in the portal, and the groups."""
    return next(iter(_visitors(key=key)), None)


@prepared(key=BigIntegerField())
def _visitors(*, key):
    unread = Q(notices__kind__in=IN_PORTAL, notices__read_at=None)
    groups = Group.objects.filter(user=OuterRef("pk")).order_by().values("user")
    names = groups.annotate(names=StringAgg("name", Value(BETWEEN))).values("names")
    users = User.objects.filter(pk=key).order_by()
    return users.annotate(unread_notices=Count("notices", filter=unread), joined_groups=Subquery(names))
