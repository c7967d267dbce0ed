"""The periodical with its known issues and articles, the books and the studies."""

from decimal import Decimal

from pages.models import Contribution
from publications.models import (
    ArticlePage,
    BookPage,
    IssuePage,
    Measure,
    PeriodicalPage,
    PublicationIndexPage,
    StudyFile,
    StudyIndexPage,
    StudyPage,
    Volume,
)

from . import archive, sheets

Role = Contribution.Role
PEOPLE = {
    "authors": Role.AUTHOR,
    "editors": Role.EDITOR,
    "scientific_editors": Role.SCIENTIFIC_EDITOR,
    "interviewers": Role.INTERVIEWER,
}
APART = {"topics", "body", "sources", "missing", "pages", "article", "volumes", "file", "measure", "price", *PEOPLE}
"""What a sheet says that is not simply a field of the page."""


def load_publications():
    content = sheets.read("publications.toml")
    for name, family in content["family_names"].items():
        person = archive.contributor(name)
        person.family_name = family
        person.save()
    section = PublicationIndexPage.objects.get(slug="izdevumi")
    periodical = added(section, PeriodicalPage, content["periodical"])
    for sheet in sorted(content["issue"], key=lambda sheet: (sheet["year"], sheet["number"])):
        load_issue(periodical, sheet)
    for sheet in content["book"]:
        volumes = [Volume(title=title) for title in sheet.get("volumes", [])]
        added(section, BookPage, sheet, pages_total=sheet.get("pages"), volumes=volumes)


def load_issue(periodical, sheet):
    named = {"title": f"{periodical.title}, {sheet['number']}/{sheet['year']}", "pages_total": sheet.get("pages")}
    issue = added(periodical, IssuePage, sheet, slug=f"{sheet['year']}-{sheet['number']}", **named)
    for article in sheet.get("article", []):
        added(issue, ArticlePage, article | {"sources": sheet["sources"]}, slug=archive.slug(article["title"]))


def load_studies():
    section = StudyIndexPage.objects.get(slug="petijumi")
    made = {sheet["slug"]: load_study(section, sheet) for sheet in sheets.read("studies.toml")["study"]}
    archive.related_to(made["ex-ante-izvertejums"], [made["ex-post-petijums"]])
    made["ex-ante-izvertejums"].save()


def load_study(section, sheet):
    return added(
        section,
        StudyPage,
        sheet,
        price=Decimal(sheet["price"]) if "price" in sheet else None,
        files=[StudyFile(**row) for row in sheet.get("file", [])],
        measures=[Measure(**row | {"before": Decimal(row["before"])}) for row in sheet.get("measure", [])],
    )


def added(parent, kind, sheet, **more):
    """A live page of a sheet, whose names are those of the fields."""
    fields = {name: value.strip() if isinstance(value, str) else value for name, value in sheet.items()}
    page = kind(
        **{name: value for name, value in (fields | more).items() if name not in APART or name in more},
        body=sheets.text_body(sheet.get("body", ""), kind.__name__, parent.pk, sheet.get("slug", "")),
        sources="\n".join(sheet.get("sources", [])),
        to_find_out="\n".join(sheet.get("missing", [])),
        translation_key=sheets.key(kind.__name__, parent.slug, sheet.get("slug") or more["slug"]),
    )
    for name, role in PEOPLE.items():
        archive.credit(page, role, sheet.get(name, []))
    archive.on_topics(page, sheet.get("topics", []))
    return archive.add_page(parent, page)
