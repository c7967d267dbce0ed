from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRedirect, push_url

from compliance.riga import legal_date
from courses.models import LessonPage

from ..actions import enrolments
from ..headline import credited
from ..learning import Learning, enrolments_in, lesson_page, standing
from ..year import Year
from .enrolled import admitted, enrolled, open_course, post_or


@require_safe
@enrolled
def resume(request, enrolment):
    return redirect(Learning(enrolment).next_url)


@require_safe
def start(request, course):
    """Where a guest's „Enrol” leads after signing in: one button, pressed at once unless there is something to tell."""
    page = open_course(request, course)
    state = standing(request.user, page, on=legal_date(timezone.now()))
    if state.learning:
        return redirect("lms:resume", course=course)
    if not page.is_open:
        return redirect(page.get_url(request))
    return render(request, "lms/start.html", {"course": page, "state": state})


@post_or("lms:start")
def enrol(request, course):
    page = open_course(request, course)
    try:
        enrolments.enrol(person=request.user, course=page)
    except enrolments.Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(page.get_url(request))
    return redirect("lms:resume", course=course)


@enrolled
def leave(request, enrolment):
    if enrolment.completed_at:
        return redirect("lms:finish", course=enrolment.course_key)
    if request.method == "POST":
        enrolments.leave(enrolment)
        return redirect("lms:home")
    return render(request, "lms/leave.html", {"learning": Learning(enrolment)})


@require_safe
@enrolled
def lesson(request, enrolment, lesson):
    """A live lesson has its page; one taken off the portal or made private is read as it was when the person began."""
    page = admitted(request, lesson_page(lesson, request.LANGUAGE_CODE))
    if page:
        return redirect(page.get_url(request))
    kept = enrolment.version.lesson(lesson)
    if kept is None:
        raise Http404
    request.learning = Learning(enrolment, lesson)
    page = LessonPage(title=kept["title"], minutes=kept["minutes"], body=kept["body"], translation_key=lesson)
    return render(request, "courses/lesson_page.html", {"page": page})


@post_or("lms:lesson")
@enrolled
def complete(request, enrolment, lesson):
    try:
        enrolments.complete_lesson(enrolment, lesson_key=lesson)
    except enrolments.Refused as refusal:
        messages.error(request, str(refusal))
        address = reverse("lms:lesson", args=[enrolment.course_key, lesson])
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    learning = Learning(enrolment, lesson)
    return swap(request, enrolment, learning) if request.htmx else redirect(learning.next_url)


def swap(request, enrolment, learning):
    """For htmx: the next lesson in place of this one, or the address to go to."""
    page = learning.next and admitted(request, lesson_page(learning.next.key, request.LANGUAGE_CODE))
    if not page:
        return HttpResponseClientRedirect(learning.next_url)
    request.learning = Learning(enrolment, learning.next.key, learning.done)
    request.learning.course_url = page.course.url
    response = render(request, "courses/lesson_page.html#lesson", page.get_context(request))
    return push_url(response, page.get_url(request))


@require_safe
@enrolled
def finish(request, enrolment):
    completed = enrolments_in(request.user, enrolment.course_key).completed()
    last = completed.select_related("version", "completion__entry", "completion__certificate").first()
    if last is None:
        return redirect("lms:resume", course=enrolment.course_key)
    completion, today = last.completion, legal_date(timezone.now())
    shown = {
        "completion": completion,
        "version": last.version,
        "certificate": completion.certificate,
        "year": Year(request.user, legal_date(last.completed_at).year, today=today),
        "credited": completion.entry and credited(completion.entry.amount),
    }
    return render(request, "lms/finish.html", shown)
