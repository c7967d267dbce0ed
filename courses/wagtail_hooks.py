from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages

from .models import CoursePage


@hooks.register("before_publish_page")
def only_a_ready_course_is_published(request, page):
    """A course created as open has no lesson yet: it stays a draft, and the editor is told why."""
    if not isinstance(page, CoursePage):
        return None
    try:
        page.clean()
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
