"""The real texts: methodologies with their parts and pilots, guidelines, standard pages in both languages."""

from decimal import Decimal

from wagtail.models import Locale

from courses.models import CoursePage
from methodologies.models import GuidelinePage, MethodologyIndexPage, MethodologyPage, Pilot, Programme
from pages.models import HomePage, StandardPage

from . import archive, sheets


def decimal(sheet, name):
    return Decimal(sheet[name]) if name in sheet else None


def programme(sheet):
    course = CoursePage.objects.filter(slug=sheet["course_slug"]).first() if "course_slug" in sheet else None
    return Programme(
        kind=sheet["kind"],
        title=sheet["title"],
        description=sheet.get("description", ""),
        authors=sheet.get("authors", ""),
        year=sheet.get("year"),
        hours_from=decimal(sheet, "hours_from"),
        hours_to=decimal(sheet, "hours_to"),
        url=sheet.get("url", ""),
        verified=sheet.get("verified", True),
        course=course,
    )


def pilot(sheet):
    return Pilot(
        title=sheet["title"],
        starts=sheet.get("starts"),
        ends=sheet.get("ends"),
        participants=sheet.get("participants"),
        municipalities=sheet.get("municipalities"),
        hours=decimal(sheet, "hours"),
        note=sheet.get("note", ""),
        source=sheet.get("source", ""),
        verified=sheet.get("verified", True),
    )


def methodology_page(sheet):
    page = MethodologyPage(
        number=sheet["number"],
        slug=sheet["slug"],
        title=sheet["title"],
        summary=sheet.get("summary", ""),
        target_group=sheet.get("audience", ""),
        body=sheets.text_body(sheet.get("body", ""), "methodology", sheet["number"]),
        sources="\n".join(sheet.get("sources", [])),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key("methodology", sheet["number"]),
        live=sheet["live"],
    )
    page.programmes = [programme(row) for row in sheet.get("programme", [])]
    page.pilots = [pilot(row) for row in sheet.get("pilot", [])]
    archive.on_topics(page, sheet.get("topics", []))
    return page


def guideline_page(sheet):
    page = GuidelinePage(
        slug=sheet["slug"],
        title=sheet["title"],
        summary=sheet.get("summary", ""),
        body=sheets.text_body(sheet.get("body", ""), "guideline", sheet["slug"]),
        sources="\n".join(sheet.get("sources", [])),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key("guideline", sheet["slug"]),
    )
    archive.on_topics(page, sheet["topics"])
    return page


def load_methodologies():
    content = sheets.read("methodologies.toml")
    section = MethodologyIndexPage.objects.get(slug="metodikas")
    overview = content["overview"]
    section.intro, section.sources = overview["intro"], "\n".join(overview["sources"])
    section.body = sheets.text_body(overview["html"], "methodologies")
    section.save_revision().publish()
    for sheet in content["methodology"]:
        archive.add_page(section, methodology_page(sheet))
    for sheet in sheets.read("guidelines.toml")["guideline"]:
        archive.add_page(section, guideline_page(sheet))


def load_standard_pages():
    homes = {code: HomePage.objects.get(locale=Locale.objects.get(language_code=code)) for code in ("lv", "en")}
    for sheet in sheets.read("pages.toml")["page"]:
        home = homes[sheet["locale"]]
        if sheet["key"] == "home":
            home.title, home.intro = sheet["title"], sheet["intro"]
            home.body = sheets.text_body(sheet["body"], "page", "home", sheet["locale"])
            home.save_revision().publish()
            continue
        page = StandardPage(
            slug=sheet["slug"],
            title=sheet["title"],
            intro=sheet.get("intro", ""),
            body=sheets.text_body(sheet["body"], "page", sheet["key"], sheet["locale"]),
            translation_key=sheets.key("page", sheet["key"]),
            locale=home.locale,
        )
        archive.add_page(home, page)
