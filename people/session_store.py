"""Sessions in the database, as Django keeps them; read by a query that is written once."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from .prepared import prepared


@prepared(key=CharField(), now=DateTimeField())
def lasting(*, key, now):
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class SessionStore(DatabaseStore):
    def _get_session_from_db(self):
        """None if there is none, which leaves the visitor without a key."""
        session = next(iter(lasting(key=self.session_key, now=timezone.now())), None)
        if session is None:
            self._session_key = None
        return session
