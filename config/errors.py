"""What a request is answered that cannot be taken."""

from django.core.exceptions import RequestDataTooBig
from django.shortcuts import render
from django.views.defaults import bad_request

TOO_LARGE = 413


def refused(request, exception):
    """Of a file that is too large nothing was read: its sender is told so, whatever the page was."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "413.html", status=TOO_LARGE)
    return bad_request(request, exception)
