"""A reader finds an article and cites it; an editor brings an issue with three articles, a moderator publishes them."""

import pytest
from playwright.sync_api import expect

from publications.models import IssuePage, PeriodicalPage
from tests.journeys.steps import press
from tests.journeys.test_editor import fill, new_page_under, save
from tests.journeys.watching import faults
from tests.offices.importing.files import xlsx

pytestmark = pytest.mark.journey
TABLE = (
    ("Nosaukums", "Autori", "Pirmā lappuse", "Pēdējā lappuse"),
    ("Pirmais raksts", "Anna Paraudziņa", 4, 9),
    ("Otrais raksts", "Anna Paraudziņa; Velga Paraudziņa", 10, 15),
    ("Trešais raksts", "", 16, 20),
)


def follow(page, link):
    page.get_by_role("main").get_by_role("link", name=link).first.click()
    assert faults(page, widths=[360]) == []


def publish_all(page, written):
    """As from the list of pages with all of them ticked."""
    page.goto(f"/cms/bulk/wagtailcore/page/publish/?next=/cms/&{'&'.join(f'id={one.pk}' for one in written)}")
    page.get_by_role("main").locator("button[type=submit]").click()
    page.wait_for_url("**/cms/")


def test_article_is_found_and_cited(open_window):
    page = open_window(permissions=["clipboard-read", "clipboard-write"])
    page.goto("/izdevumi/")
    follow(page, "Visi numuri")
    follow(page, "1/2020")
    expect(page.get_by_role("region", name="Citēt")).to_contain_text("Sociālais darbs Latvijā, 1/2020. (2020).")
    expect(page.get_by_role("listitem").filter(has_text="Sociālā darbinieka ekokarte")).to_contain_text("55")
    follow(page, "Sociālā darbinieka ekokarte")
    press(page, "Kopēt APA")
    expect(page.get_by_role("button", name="Nokopēts")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Ozola, I. (2020). Sociālā darbinieka ekokarte. Sociālais darbs Latvijā, (1), 55.")
    with page.expect_download() as taken:
        page.get_by_role("link", name="BibTeX").click()
    assert taken.value.suggested_filename == "sociala-darbinieka-ekokarte.bib"


def test_study_is_read_with_its_measures(open_window):
    page = open_window()
    page.goto("/petijumi/")
    follow(page, "Ex-ante izvērtējums")
    expect(page.get_by_role("row").filter(has_text="Klientu kopējā apmierinātība")).to_contain_text("78 %")


def test_issue_with_three_articles_is_brought_and_published(open_window, settings):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    editor = open_window("redaktors")
    new_page_under(editor, PeriodicalPage.objects.get())
    fill(editor, "Nosaukums*", "Sociālais darbs Latvijā, 1/2019")
    fill(editor, "Gads*", "2019")
    fill(editor, "Numurs*", "1")
    save(editor)
    issue = IssuePage.objects.get(year=2019)
    editor.goto(f"/cms/publications/{issue.pk}/import/")
    editor.get_by_label("Fails").set_input_files({"name": "raksti.xlsx", "mimeType": "", "buffer": xlsx(*TABLE)})
    press(editor, "Pārbaudīt failu")
    expect(editor.get_by_role("heading", level=2)).to_have_text("Par melnrakstiem var kļūt 3 raksti")
    press(editor, "Izveidot melnrakstus")
    expect(editor.locator(".messages")).to_contain_text("Izveidoti 3 melnraksti.")

    issue.refresh_from_db()
    moderator = open_window("moderators")
    publish_all(moderator, [issue, *issue.get_children()])

    reader = open_window()
    reader.goto(issue.url)
    expect(reader.get_by_role("listitem").filter(has_text="Otrais raksts")).to_contain_text("10–15")
