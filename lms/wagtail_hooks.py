from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from courses.models import CoursePage, LessonPage

from .learning import Learning, enrolment_in
from .models import Enrolment
from .views.enrolled import turn_away


@hooks.register("before_serve_page")
def only_learners_read_lessons(page, request, serve_args, serve_kwargs):
    """A lesson is for who is enrolled in its course, and for its editors."""
    if not isinstance(page, LessonPage):
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    course = page.course
    enrolment = enrolment_in(request.user, course.translation_key, with_steps=True)
    if enrolment:
        request.learning = Learning(enrolment, page.translation_key)
        request.learning.course_url = course.url
    elif not page.permissions_for_user(request.user).can_edit():
        return turn_away(request, course.translation_key)
    return None


@hooks.register("before_delete_page")
def courses_being_taken_stay(request, page):
    return refuse_deletion(request, [page])


@hooks.register("before_bulk_action")
def courses_being_taken_stay_in_bulk(request, action_type, objects, action):
    pages = [thing for thing in objects if isinstance(thing, Page)]
    return refuse_deletion(request, pages) if action_type == "delete" and pages else None


def refuse_deletion(request, pages):
    """While people are taking a course below these pages, they can be unpublished, not deleted."""
    number = open_enrolments_below(pages).count()
    if not number:
        return None
    told = ngettext(
        "%(number)s person is taking a course here, so it cannot be deleted. Unpublish it instead.",
        "%(number)s people are taking courses here, so it cannot be deleted. Unpublish it instead.",
        number,
    )
    instead = [reverse("wagtailadmin_pages:unpublish", args=[page.pk]) for page in pages]
    buttons = [messages.button(address, _("Unpublish")) for address in instead]
    messages.error(request, told % {"number": number}, buttons=buttons)
    parent = pages[0].get_parent()
    return redirect("wagtailadmin_explore", parent.pk) if parent else redirect("wagtailadmin_explore_root")


def open_enrolments_below(pages):
    """Of the pages and all below them, whatever the language the people learn in."""
    below = Q()
    for page in pages:
        below |= Q(path__startswith=page.path)
    courses = CoursePage.objects.filter(below).order_by()
    return Enrolment.objects.open().filter(course_key__in=courses.values("translation_key"))
