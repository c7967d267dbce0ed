from django.contrib.auth.views import redirect_to_login
from wagtail import hooks

from courses.models import LessonPage

from .learning import Learning, enrolments_in
from .views.enrolled import turn_away


@hooks.register("before_serve_page")
def only_learners_read_lessons(page, request, serve_args, serve_kwargs):
    """A lesson is for who is enrolled in its course, and for its editors."""
    if not isinstance(page, LessonPage):
        return None
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    course_key = page.get_parent().translation_key
    enrolment = enrolments_in(request.user, course_key).first()
    if enrolment:
        request.learning = Learning(enrolment, page.translation_key)
    elif not page.permissions_for_user(request.user).can_edit():
        return turn_away(request, course_key)
    return None
