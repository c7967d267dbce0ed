"""What the home page shows beside the methodologies: courses one can take now, and what came last into the archives.

One query for all of it; what it found is kept for a moment.
"""

from functools import cache

from django import template
from django.conf import settings
from django.core.cache import caches
from django.db.models import BooleanField, Count, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Left, Length, NullIf
from django.utils.translation import get_language
from wagtail.models import Page

from courses.models import CoursePage
from glossary.models import TermName, TermPage
from pages.models import Contribution, for_everyone
from people.prepared import prepared
from podcasts.models import EpisodePage
from publications.models import ArticlePage
from publications.models.cited import AUTHORS

register = template.Library()
ARCHIVES = (EpisodePage, ArticlePage, TermPage)


@register.simple_tag
def front():
    """{"coursepage": [what their teasers say], "episodepage": [one or none], …}, kept for a moment as the menu is."""
    return caches["pages"].get_or_set(f"front:{get_language()}", shown, settings.GUEST_CACHE_SECONDS)


def shown():
    found = {kind._meta.model_name: [] for kind in (CoursePage, *ARCHIVES)}
    for row in rows(get_language()):
        said = {name: getattr(row, name) for name in ("title", "url", *FACTS, *worked_out())}
        found[row.specific_class._meta.model_name].append(said | {"language": row.locale.language_code})
    return found


@prepared()
def rows(language):
    courses = CoursePage.objects.live().public().open().filter(locale__language_code=language)
    last = Q(*(newest(kind, language) for kind in ARCHIVES), _connector=Q.OR)
    found = Page.objects.filter(Q(pk__in=courses.values("pk")) | last)
    return found.select_related("locale").annotate(**FACTS, **worked_out()).order_by("title")


def newest(kind, language):
    """The condition of being the newest of a kind: in a language, or else in Latvian."""
    public = kind.objects.live().public().filter(locale__language_code__in={language, settings.LANGUAGE_CODE})
    theirs = ExpressionWrapper(Q(locale__language_code=language), BooleanField())
    ordered = public.newest_first()
    return Q(pk__in=ordered.order_by(theirs.desc(), *ordered.query.order_by).values("pk")[:1])


FACTS = {
    "hours": F("coursepage__hours"),
    "summary": F("coursepage__summary"),
    "number": F("episodepage__number"),
    "season": F("episodepage__season"),
    "audio": F("episodepage__audio"),
    "has_transcript": ExpressionWrapper(Q(episodepage__transcript__gt=""), BooleanField()),
    "is_sample": F("episodepage__is_sample"),
    "first_page": F("articlepage__first_page"),
}


@cache
def worked_out():
    english = TermName.objects.filter(term=OuterRef("pk"), language="en", kind=TermName.Kind.PREFERRED)
    authors = Contribution.objects.filter(page=OuterRef("pk"), role__in=AUTHORS).order_by("sort_order", "pk")
    issue = Page.objects.filter(path=Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen))
    used = Page.objects.live().filter(for_everyone(), terms_used__term=OuterRef("pk"))
    own = (NullIf(f"{kind}page__english_title", Value("")) for kind in ("episode", "article"))
    return {
        "english_title": Coalesce(*own, Subquery(english.values("text"))),
        "author": Subquery(authors.values("contributor__title")[:1]),
        "authors": number_of(authors, "page"),
        "issue_number": Subquery(issue.values("issuepage__number")),
        "issue_year": Subquery(issue.values("issuepage__year")),
        "uses": number_of(used, "terms_used__term"),
    }


def number_of(rows, of):
    return Subquery(rows.order_by().values(of).annotate(number=Count("pk")).values("number"))
