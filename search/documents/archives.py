from stories.models import CampaignPage, FiguresPage, MemorandumPage, StoryPage

from .document import Document
from .fields import rows, texts
from .registry import tells_of


@tells_of(StoryPage, kind="story")
def of_story(page):
    told = texts(page, "summary", "english_title", "body", "outlet")
    return Document([*told, page.kind_name], year=page.year, day=page.day)


@tells_of(CampaignPage, kind="page")
def of_campaign(page):
    return Document(texts(page, "summary", "english_title", "body") + rows(page.targets, "label"))


@tells_of(MemorandumPage, kind="page")
def of_memorandum(page):
    told = texts(page, "summary", "english_title", "body")
    return Document(told + rows(page.points, "text") + rows(page.signatories, "name", "note"))


@tells_of(FiguresPage, kind="page")
def of_figures(page):
    told = texts(page, "summary", "english_title", "body")
    return Document(told + rows(page.comparisons, "label", "planned", "achieved", "note"))
