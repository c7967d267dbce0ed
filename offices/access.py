"""Who may enter a page of the office, before it is asked which rows they may see."""

from functools import wraps

from django.core.exceptions import PermissionDenied


def only(*groups):
    """Answer 403 to everyone outside the groups."""

    def guarded(view):
        @wraps(view)
        def guard(request, *args, **kwargs):
            if not request.user.belongs_to(*groups):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guard

    return guarded
