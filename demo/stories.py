"""The campaign with its stories and memorandum, and the figures of the project."""

from events.models import EventPage
from stories.models import (
    CampaignPage,
    Comparison,
    FiguresPage,
    MemorandumPage,
    MemorandumPoint,
    Signatory,
    StoryPage,
    Target,
    YearFigure,
)

from . import archive, sheets

OF_A_YEAR = (
    "year",
    "new_persons",
    "output_printed",
    "output_percent_printed",
    "result_printed",
    "result_percent_printed",
)


def told(sheet, *parts):
    """The fields that every page of an archive shares."""
    return {
        "title": sheet["title"],
        "summary": sheet.get("summary", ""),
        "body": sheets.text_body(sheet.get("html", ""), *parts),
        "sources": "\n".join(sheet.get("sources", [])),
        "to_find_out": "\n".join(sheet.get("missing", [])),
    }


def tell(page, fields):
    for name, value in fields.items():
        setattr(page, name, value)


def load_stories():
    content = sheets.read("stories.toml")
    campaign = load_campaign(content["campaign"])
    for sheet in content["story"]:
        archive.add_page(campaign, story_page(sheet))
    archive.add_page(campaign, memorandum_page(content["memorandum"]))
    load_figures(content["figures"])


def load_campaign(sheet):
    campaign = CampaignPage.objects.get(slug="celamies-kopa")
    tell(campaign, told(sheet, "campaign"))
    campaign.targets = [Target(**row) for row in sheet["target"]]
    archive.related_to(campaign, EventPage.objects.filter(slug__in=sheet["events"]))
    campaign.save_revision().publish()
    return campaign


def story_page(sheet):
    page = StoryPage(
        kind=sheet["kind"],
        slug=sheet["slug"],
        year=sheet.get("year"),
        outlet=sheet.get("outlet", ""),
        translation_key=sheets.key("story", sheet["slug"]),
        **told(sheet, "story", sheet["slug"]),
    )
    archive.on_topics(page, sheet.get("topics", []))
    return page


def memorandum_page(sheet):
    page = MemorandumPage(
        slug=sheet["slug"],
        joined=sheet["joined"],
        translation_key=sheets.key("memorandum"),
        **told(sheet, "memorandum"),
    )
    page.points = [MemorandumPoint(text=text) for text in sheet["points"]]
    page.signatories = [Signatory(**row) for row in sheet["signatory"]]
    return page


def load_figures(sheet):
    page = FiguresPage.objects.get(slug="skaitli")
    tell(page, told(sheet, "figures"))
    page.output_target, page.result_target = sheet["output_target"], sheet["result_target"]
    page.years = [year_figure(row) for row in sheet["years"]]
    page.comparisons = [comparison(group, *row) for group in sheet["group"] for row in group["rows"]]
    page.save_revision().publish()


def year_figure(row):
    return YearFigure(**{name: None if value == "" else value for name, value in zip(OF_A_YEAR, row, strict=True)})


def comparison(group, label, planned, achieved, note):
    return Comparison(
        group=group["group"], label=label, planned=planned, achieved=achieved, note=note, source=group["source"]
    )
