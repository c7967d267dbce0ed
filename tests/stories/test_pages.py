import pytest
from django.test import Client

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

pytestmark = pytest.mark.django_db


def page_of(address):
    return Client().get(address).content.decode()


def add_memorandum(joined, *names):
    page = MemorandumPage(title="Memorands", joined=joined)
    page.points = [MemorandumPoint(text="Starpinstitucionālā sadarbība")]
    page.signatories = [Signatory(name=name) for name in names]
    return CampaignPage.objects.get().add_child(instance=page)


def test_empty_pages_say_what_will_be_here():
    assert "Šeit būs portreti" in page_of("/celamies-kopa/")
    assert "Šeit būs projekta skaitļi." in page_of("/skaitli/")


def test_targets_stand_beside_what_was_reached():
    Target.objects.create(campaign=CampaignPage.objects.get(), label="Auditorija", target=760_000, achieved=2_414_354)
    page = page_of("/celamies-kopa/")
    assert "2\u00a0414\u00a0354" in page
    assert "Mērķis: 760\u00a0000 · sasniegts: 317,7 %" in page


def test_a_target_of_nothing_and_an_unknown_result_are_no_trouble():
    campaign = CampaignPage.objects.get()
    Target.objects.create(campaign=campaign, label="Nulle", target=0, achieved=0)
    Target.objects.create(campaign=campaign, label="Nezināms", target=5)
    assert "nav zināms" in page_of("/celamies-kopa/")


def test_stories_are_listed_by_kind():
    for kind, title in (("video", "Stāsts"), ("diary", "Diena")):
        CampaignPage.objects.get().add_child(instance=StoryPage(title=title, kind=kind, year=2022))
    stories = Client().get("/celamies-kopa/").context["stories"]
    assert [(story.kind, story.title) for story in stories] == [("diary", "Diena"), ("video", "Stāsts")]
    assert "Dienasgrāmata" in page_of(stories[0].url)


def test_who_joined_is_named_as_far_as_known():
    page = page_of(add_memorandum(31, "Kuldīgas novads", "Saldus novads").url)
    assert "Pievienojās 31 pašvaldība." in page
    assert "Vēl 29 pašvaldību nosaukumi nav zināmi." in page


def test_more_names_than_the_source_counts_are_no_trouble():
    assert "nav zināmi" not in page_of(add_memorandum(1, "Kuldīgas novads", "Saldus novads").url)


def test_what_does_not_add_up_is_said():
    figures = FiguresPage.objects.get()
    figures.output_target = 2000
    figures.years = [
        YearFigure(year=2021, output_printed=2174),
        YearFigure(year=2022, new_persons=138, output_printed=2393, output_percent_printed=120),
    ]
    figures.save()
    page = page_of("/skaitli/")
    assert "2022. gadā ierakstīts 2393, bet gadu skaitļi kopā dod 2312. Starpība (81) nav izskaidrota" in page
    assert "115,6 %" in page


def test_what_nobody_planned_is_not_called_achieved():
    figures = FiguresPage.objects.get()
    Comparison.objects.create(page=figures, group="baseline", label="Nav cēluši kvalifikāciju", achieved="879")
    assert "Vērtība" in page_of("/skaitli/")
    assert "Sasniegts" not in page_of("/skaitli/")
    Comparison.objects.create(page=figures, group="outcome", label="Konferences", planned="7", achieved="8")
    assert "Sasniegts" in page_of("/skaitli/")
