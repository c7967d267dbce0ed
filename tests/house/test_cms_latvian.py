"""An editor meets no English: what the screens of the CMS ask gettext for has its Latvian."""

from pathlib import Path

import pytest
import wagtail.admin
import wagtail_localize
from django.urls import reverse
from django.utils.translation import trans_real
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Locale, Page, Task

from courses.models import CataloguePage
from methodologies.models import MethodologyIndexPage
from pages.models import HomePage
from people import groups
from tests.factories import CoursePageFactory, UserFactory
from tests.source import read_catalogue

pytestmark = pytest.mark.usefixtures("references_and_admin_search")
NAMES = {"Wagtail", "JavaScript", "Socdarbs", "URL", "CSV", "ID", "English", "Latvian"}
SCREENS = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailadmin_account",
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_external_link",
    "wagtailimages:index",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs_chooser:choose",
    "wagtailmedia:index",
    "wagtailmedia:chooser",
    "wagtaillocales:index",
    pytest.param(  # the package pages through rows in no order
        "wagtail_localize:translations_report",
        marks=pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
    ),
    "wagtailredirects:index",
    "wagtailredirects:add",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "links_report",
    "unfound_report",
    "wagtailsearchpromotions:index",
    "wagtailsearchpromotions:add",
]
OF_A_PAGE = [
    "wagtailadmin_explore",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_pages:usage",
    "wagtailadmin_pages:set_privacy",
    "wagtailadmin_pages:workflow_history",
    "wagtail_localize:submit_page_translation",
]


@pytest.fixture
def untranslated(monkeypatch):
    """What Latvian gettext was asked for and does not know."""
    asked = set()
    for name in ("gettext", "ngettext"):
        monkeypatch.setattr(trans_real.DjangoTranslation, name, listening(name, asked))
    return asked


def listening(name, asked):
    answer = getattr(trans_real.DjangoTranslation, name)

    def listen(self, message, *others):
        known = message in self._catalog or (message, 0) in self._catalog
        if self.to_language() == "lv" and not known and message.strip():
            asked.add(message.rpartition("\x04")[2])
        return answer(self, message, *others)

    return listen


@pytest.fixture
def administrator(client, db):
    client.force_login(UserFactory(groups=[groups.ADMINISTRATOR]))
    return client


def english(asked):
    return sorted(message for message in asked - NAMES if any(letter.isalpha() for letter in message))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_asks_for_nothing_that_has_no_latvian(administrator, untranslated, screen):
    assert administrator.get(reverse(screen)).status_code == 200
    assert english(untranslated) == []


def test_a_recommendation_asks_for_nothing_that_has_no_latvian(administrator, untranslated):
    pick = SearchPromotion.objects.create(query=Query.get("pabalsts"), page=HomePage.objects.first())
    for screen in ("index", "edit", "delete"):
        where = [] if screen == "index" else [pick.query_id]
        assert administrator.get(reverse(f"wagtailsearchpromotions:{screen}", args=where)).status_code == 200
    assert administrator.post(reverse("wagtailsearchpromotions:add"), {"query_string": ""}).status_code == 200
    assert english(untranslated) == []


def test_a_recommendation_has_no_label_that_wagtail_left_in_english(administrator):
    page = administrator.get(reverse("wagtailsearchpromotions:add")).content.decode()
    assert "Ārējas saites teksts" in page
    assert "External link text" not in page


@pytest.mark.parametrize("screen", OF_A_PAGE)
def test_a_screen_of_a_page_asks_for_nothing_that_has_no_latvian(administrator, untranslated, screen):
    course = CoursePageFactory()
    assert administrator.get(reverse(screen, args=[course.pk])).status_code == 200
    assert english(untranslated) == []


def kinds_below(*parents):
    return [(parent, kind) for parent in parents for kind in parent.allowed_subpage_models() if kind is not Page]


@pytest.mark.parametrize(
    ("parent", "kind"), kinds_below(HomePage, CataloguePage, MethodologyIndexPage), ids=lambda kind: kind.__name__
)
def test_a_form_of_a_new_page_asks_for_nothing_that_has_no_latvian(administrator, untranslated, parent, kind):
    where = [kind._meta.app_label, kind._meta.model_name, parent.objects.first().pk]
    assert administrator.get(reverse("wagtailadmin_pages:add", args=where), follow=True).status_code == 200
    assert english(untranslated) == []


def test_the_translating_of_a_page_asks_for_nothing_that_has_no_latvian(administrator, untranslated):
    course, english_locale = CoursePageFactory(), Locale.objects.get(language_code="en")
    submit = reverse("wagtail_localize:submit_page_translation", args=[course.pk])
    administrator.post(submit, {"locales": [english_locale.pk]})
    editing = reverse("wagtailadmin_pages:edit", args=[course.get_translation(english_locale).pk])
    for screen in (editing, reverse("wagtailadmin_pages:edit", args=[course.pk])):
        assert administrator.get(screen).status_code == 200
    assert english(untranslated) == []


def test_an_editor_submits_to_a_workflow_with_a_latvian_name(client, db):
    client.force_login(UserFactory(groups=[groups.EDITOR]))
    page = client.get(reverse("wagtailadmin_pages:edit", args=[HomePage.objects.get(slug="home").pk])).content.decode()
    assert "Iesniegt: Saskaņošana" in page
    assert set(Task.objects.values_list("name", flat=True)) == {"Moderatora saskaņojums"}


@pytest.mark.parametrize("package", [wagtail.admin, wagtail_localize], ids=lambda package: package.__name__)
def test_the_scripts_of_the_cms_have_all_their_latvian(package):
    scripts = Path(package.__file__).parent / "locale/en/LC_MESSAGES/djangojs.po"
    known = trans_real.DjangoTranslation("lv", domain="djangojs")._catalog
    wanted = {message for _, message, _ in read_catalogue(scripts) if message}
    assert sorted(message for message in wanted if message not in known and (message, 0) not in known) == []


def test_the_scripts_of_translating_get_our_words(administrator):
    words = administrator.get(reverse("wagtail_localize:javascript_catalog")).content.decode()
    assert r"Public\u0113t valod\u0101: " in words
