"""The doors of what only learners of a course may open, and of what is only posted."""

from functools import wraps

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..learning import course_page, enrolment_in


def enrolled(view):
    """Hand the view the person's enrolment in the course of the address; turn others away to the course."""

    @wraps(view)
    def guarded(request, course, **kwargs):
        enrolment = enrolment_in(request.user, course)
        return view(request, enrolment, **kwargs) if enrolment else turn_away(request, course)

    return guarded


def open_course(request, key):
    page = admitted(request, course_page(key, request.LANGUAGE_CODE))
    if page is None:
        raise Http404
    return page


def admitted(request, page):
    """The page if there is one and the visitor may see it."""
    return page if page and page.admits(request) else None


def turn_away(request, course_key):
    page = open_course(request, course_key)
    messages.info(request, _("Enrol in the course first; then its lessons open."))
    return redirect(page.get_url(request))


def post_or(name):
    """A view for POST; whoever comes back by address, as after signing in again, is led to the page before it."""

    def door(view):
        @wraps(view)
        def posted(request, **kwargs):
            return view(request, **kwargs) if request.method == "POST" else redirect(name, **kwargs)

        return posted

    return door
