from .pages import CataloguePage, CoursePage, LessonPage
from .version import CourseVersion

__all__ = ["CataloguePage", "CoursePage", "CourseVersion", "LessonPage"]
