import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from compliance.actions.balances import differences
from compliance.models import CreditEntry, ExternalCertificate
from courses.models import CoursePage, LessonPage
from demo import loading, names
from events.models import EventPage
from glossary.models import TermPage
from lms.models import DevelopmentPlan
from methodologies.models import GuidelinePage, MethodologyPage
from pages.missing import gaps_of
from pages.models import ContributorPage, StandardPage, TopicPage
from people.models import Employer, Municipality, Notice, User
from podcasts.models import EpisodePage
from publications.models import ArticlePage, BookPage, IssuePage, StudyPage


def counts():
    models = (
        User,
        Employer,
        CreditEntry,
        CoursePage,
        LessonPage,
        MethodologyPage,
        StandardPage,
        TermPage,
        Notice,
        DevelopmentPlan,
        EpisodePage,
        EventPage,
        Page,
        Redirect,
        ArticlePage,
        StudyPage,
        ContributorPage,
    )
    return {model.__name__: model.objects.count() for model in models}


def test_the_demo_is_whole(demo_database):
    """One load for all questions: it takes its seconds."""
    assert CoursePage.objects.live().open().count() == 3
    assert CoursePage.objects.live().in_preparation().count() == 6
    assert MethodologyPage.objects.live().count() == 6
    assert set(MethodologyPage.objects.filter(live=False).values_list("number", flat=True)) == {7, 8, 9}
    assert TermPage.objects.live().count() == 56
    assert EpisodePage.objects.live().filter(is_sample=True, duration=40).count() == 5
    held = EventPage.objects.live().filter(frame="regular")
    assert [held.filter(kind=kind).count() for kind in ("conference", "discussion", "seminar")] == [8, 17, 8]
    assert [issue.designation for issue in IssuePage.objects.order_by("path")] == [
        "1/2016",
        "2/2016",
        "1/2020",
        "2/2023",
    ]
    assert (ArticlePage.objects.live().count(), BookPage.objects.count(), StudyPage.objects.count()) == (23, 2, 5)
    assert Employer.objects.offices().count() == len(names.OFFICES) == 12
    assert Municipality.objects.filter(key__startswith="demo-").count() == 8
    assert 230 <= User.objects.filter(email__startswith="persona").count() <= 250
    assert ExternalCertificate.objects.filter(state="submitted").exists()
    assert ExternalCertificate.objects.filter(state="approved").exists()
    assert [plan.state for plan in DevelopmentPlan.objects.order_by("pk")] == ["agreed", "draft"]
    assert not Notice.objects.exclude(state="sent").exists()
    assert mail.outbox == []
    assert differences() == set()
    call_command("verify_ledger")


def test_a_second_load_changes_nothing(demo_database):
    before = counts()
    loading.load(timezone.localdate(), tell=str)
    assert counts() == before


def test_a_demo_from_before_the_archives_gets_them(own_database):
    loading.teaching.load_courses()
    courses = set(CoursePage.objects.values_list("pk", flat=True))
    loading.load_content()
    assert TermPage.objects.exists()
    assert set(CoursePage.objects.values_list("pk", flat=True)) == courses


def test_only_the_log_ins_can_sign_in(demo_database):
    able = {user.email for user in User.objects.all() if user.has_usable_password()}
    assert able == {f"{name}@demo.test" for name, *_rest in names.LOG_INS}


def test_no_invented_shortfall_stands_in_a_real_municipality(demo_database):
    assert set(Employer.objects.values_list("municipality__key", flat=True)) <= {f"demo-{n}" for n in range(1, 9)}


def test_nothing_is_loaded_where_debug_is_off(db, settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="DEBUG"):
        call_command("load_demo")


def test_a_topic_gathers_what_each_part_of_the_portal_holds_on_it(demo_database):
    kinds = {page.specific_class for page in TopicPage.objects.get(title="Vardarbība").pages()}
    assert kinds == {MethodologyPage, CoursePage, TermPage, EventPage, ArticlePage}


def test_what_guidelines_do_not_tell_is_among_what_is_missing(demo_database):
    assert {page.slug: len(lines) for page, lines in gaps_of(GuidelinePage)} == {
        "socialas-distancesanas-laiks": 1,
        "sociala-darba-kopiena-attistiba": 1,
    }
