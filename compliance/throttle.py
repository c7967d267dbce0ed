"""How often one address may look certificates up, so that codes cannot be tried by the thousand."""

import time

from allauth.account.adapter import get_adapter
from django.core.cache import cache

LIMIT = 30
SECONDS = 300


def over_limit(request):
    """Count this request; whether its address has made more than the limit in the current five minutes."""
    address = get_adapter().get_client_ip(request)
    key = f"certificates-looked-up:{address}:{int(time.time() // SECONDS)}"
    cache.add(key, 0, SECONDS)
    try:
        return cache.incr(key) > LIMIT
    except ValueError:  # the entry was dropped in between
        return False
