"""What development plans are about: the methodologies, by title."""

from collections.abc import Iterable

from django.utils.translation import get_language

from methodologies.models import MethodologyPage, Programme


def suggested() -> list[str]:
    """The titles that a field for a theme offers; anything else may be written too."""
    pages = MethodologyPage.objects.live().public().filter(locale__language_code=get_language())
    return list(pages.order_by("number").values_list("title", flat=True))


def of_courses(keys: Iterable[str]) -> dict[str, str]:
    """The live methodology that a course belongs to, by the course's key; not every course has one."""
    programmes = Programme.objects.filter(course__translation_key__in=list(keys), methodology__live=True)
    found = programmes.order_by("-methodology__number").values_list("course__translation_key", "methodology__title")
    return {str(key): title for key, title in found}
