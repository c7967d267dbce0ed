import json
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from pages.missing import gaps_of
from pages.models import Contribution
from publications.models import BookPage, IssuePage, Measure, Reference, Volume
from tests.publications.making import article, book, credit, issue, periodical, study

pytestmark = pytest.mark.django_db


def shown(client, page):
    return client.get(page.url).content.decode()


def test_the_section_leads_to_the_periodical_and_the_books(client):
    number, dictionary = issue(), book()
    page = client.get("/izdevumi/").content.decode()
    for one in (periodical(), number, dictionary):
        assert f'href="{one.url}"' in page


def test_empty_sections_say_what_will_be_there(client):
    assert "Šeit būs periodiskais izdevums un grāmatas." in client.get("/izdevumi/").content.decode()
    assert "Šeit būs pētījumi." in client.get("/petijumi/").content.decode()


def test_a_periodical_names_the_issues_that_are_still_to_be_gathered(client):
    periodical(first_year=2019, last_year=2020, issues_a_year=2)
    issue(1, 2020), issue(3, 2018)
    page = shown(client, periodical())
    assert page.count("vēl jāapkopo") == 3
    assert "šeit apkopoti 2 no 5" in page
    assert page.index("2/2020") < page.index("1/2020") < page.index("2/2019") < page.index("3/2018")


def test_an_issue_lists_its_articles_by_page(client):
    issue()
    article("Bez lappuses"), article("Otrais", first_page=20), article("Pirmais", first_page=9, last_page=19)
    page = shown(client, IssuePage.objects.get())
    assert page.index("Pirmais") < page.index("9–19") < page.index("Otrais") < page.index("Bez lappuses")
    assert "lappuse nav zināma" in page


@pytest.mark.parametrize("count", [1, 3])
def test_an_issue_costs_the_same_queries_however_many_articles(client, django_assert_num_queries, count):
    number = issue()
    for place in range(count):
        article(f"Raksts {place}", "Ieva Ozola", first_page=place + 1)
    client.get("/")
    with django_assert_num_queries(7):
        client.get(number.url, headers={"cookie": "messages=x"})


def test_an_article_without_text_says_where_it_was_printed(client):
    issue()
    page = shown(client, article("Ekokarte", "Ieva Ozola", first_page=55))
    assert (
        "Raksta teksts šeit vēl nav pieejams. Raksts publicēts izdevumā „Sociālais darbs Latvijā”, numurā 1/2020."
        in page
    )
    assert "55. lpp." in page


def test_an_article_tells_how_to_cite_it(client):
    issue()
    page = shown(client, article("Ekokarte <b>", "Ieva Ozola", first_page=55))
    assert "Ozola, I. (2020). Ekokarte &lt;b&gt;. <i>Sociālais darbs Latvijā</i>, (1), 55." in page
    assert "OZOLA, Ieva, 2020." in page


def test_an_issue_tells_how_to_cite_it(client):
    made = issue(published="2020-06")
    page = shown(client, made)
    assert f"<i>Sociālais darbs Latvijā, 1/2020</i>. (2020). {made.full_url}</p>" in page
    for form in ("bib", "ris", "json"):
        assert f'href="/izdevumi/{made.pk}.{form}"' in page


def test_each_volume_of_a_book_tells_how_to_cite_it(client):
    made = book("Darbs ar gadījumu", year=2023)
    for title in ("Prakse teorijā", "Darbs ar gadījumu: teorija praksē"):
        Volume.objects.create(book=made, title=title, isbn="978-9934-18-910-4")
    page = shown(client, made)
    assert "Citēt sējumu „Prakse teorijā”" in page
    assert f"<i>Darbs ar gadījumu: Prakse teorijā</i>. (2023). {made.full_url}</p>" in page
    assert f"<i>Darbs ar gadījumu: teorija praksē</i>. (2023). {made.full_url}</p>" in page
    for volume in made.volumes.all():
        assert f'href="/izdevumi/sejumi/{volume.pk}.bib"' in page


def test_an_article_tells_machines_what_it_is(client):
    issue()
    page = shown(client, article('Viens "divi"', "Ieva Ozola", first_page=9, last_page=12, doi="10.22364/x.1"))
    assert '<meta name="citation_title" content="Viens &quot;divi&quot;">' in page
    assert '<meta name="citation_author" content="Ozola, Ieva">' in page
    assert '<meta name="DC.source" content="Sociālais darbs Latvijā, 1/2020, 9–12">' in page
    facts = json.loads(page.partition('type="application/ld+json">')[2].partition("</script>")[0])
    assert (facts["@type"], facts["pageStart"], facts["pageEnd"]) == ("ScholarlyArticle", 9, 12)
    assert facts["isPartOf"]["isPartOf"] == {"@type": "Periodical", "name": "Sociālais darbs Latvijā"}
    assert facts["sameAs"] == "https://doi.org/10.22364/x.1"


def test_an_article_shows_its_references(client):
    issue()
    page = article()
    Reference.objects.create(article=page, text="Payne M. Modern Social Work Theory", doi="10.1000/182")
    assert 'Payne M. Modern Social Work Theory <a href="https://doi.org/10.1000/182">' in shown(client, page)


def test_a_book_shows_what_is_known_of_it(client):
    made = book(kind="monograph", year=2023, isbn="978-9934-18-910-4", place="Rīga", publisher="LU Akadēmiskais apgāds")
    Volume.objects.create(book=made, title="Prakse teorijā", pages_total=300)
    page = shown(client, made)
    for words in (
        "Monogrāfija · 2023",
        "Rīga: LU Akadēmiskais apgāds",
        "978-9934-18-910-4",
        "Prakse teorijā, 300 lpp.",
    ):
        assert words in page


def test_a_study_shows_price_funding_and_time(client):
    facts = {"price": Decimal(6655), "esf_percent": 85, "state_percent": 15, "starts": "2016-11", "ends": "2017-10"}
    page = shown(client, study(contractor="BISS", impact="Jauns standarts.", **facts))
    assert "6655 EUR bez PVN (Eiropas Sociālais fonds 85 %, valsts budžets 15 %)" in page
    assert "2016. gada novembris – 2017. gada oktobris" in page
    assert "Jauns standarts." in client.get("/petijumi/").content.decode()


def test_measures_stand_side_by_side_and_what_is_not_known_is_a_dash(client):
    made = study(has_later_wave=True)
    for facts in ({"name": "Apmierinātība", "before": 78, "unit": "%"}, {"name": "Intervijas", "before": 21}):
        Measure.objects.create(study=made, group="Klienti", **facts)
    page = shown(client, made)
    assert '<rect class="chart-bar-current" width="78.00" height="4"/>' in page
    assert page.count("measures-after") == 0
    assert page.count('<td class="number">–</td>') == 2
    assert "Domuzīme ir tur, kur vērtība vēl nav zināma." in page


def test_a_study_measured_once_has_one_column(client):
    made = study()
    Measure.objects.create(study=made, name="Izglītība", before=31, unit="%")
    assert "ex-post" not in shown(client, made)


def test_a_contributor_shows_what_they_wrote(client):
    issue()
    page = article("Ekokarte", "Ieva Ozola")
    assert "Ekokarte" in shown(client, Contribution.objects.get(page=page).contributor)


def test_editors_see_what_is_missing():
    issue()
    page = article(to_find_out="Teksts")
    assert dict(gaps_of(type(page)))[page] == [
        "pirmā lappuse",
        "pēdējā lappuse",
        "kopsavilkums",
        "teksts",
        "līdzdalība",
        "Teksts",
    ]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"last_page": 9}, "first_page"),
        ({"first_page": 9, "last_page": 8}, "last_page"),
        ({"doi": "sdtv.23"}, "doi"),
    ],
)
def test_an_article_that_cannot_be_right_is_refused(facts, field):
    issue()
    with pytest.raises(ValidationError) as refused:
        article(**facts)
    assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    ("make", "facts", "field"),
    [
        (periodical, {"issn": "0317-8472"}, "issn"),
        (periodical, {"first_year": 2020, "last_year": 2019}, "last_year"),
        (periodical, {"issues_a_year": 54}, "issues_a_year"),
        (issue, {"published": "2019-09"}, "published"),
        (issue, {"published": "septembris"}, "published"),
        (book, {"isbn": "978-9934-18-910-5"}, "isbn"),
        (study, {"starts": "2017", "ends": "2016-10"}, "ends"),
        (study, {"esf_percent": 85, "state_percent": 10}, "state_percent"),
    ],
)
def test_a_publication_that_cannot_be_right_is_refused(make, facts, field):
    with pytest.raises(ValidationError) as refused:
        make(**facts)
    assert field in refused.value.message_dict


def test_a_doi_is_kept_without_its_resolver():
    assert book(doi="https://doi.org/10.22364/sdtv.23").doi == "10.22364/sdtv.23"


def test_a_share_over_a_hundred_is_refused():
    with pytest.raises(ValidationError, match="100"):
        Measure(study=study(), name="Daļa", before=101, unit="%").clean()


def test_editors_stand_in_the_citation():
    made = book()
    credit(made, "Baiba Bela", role=Contribution.Role.SCIENTIFIC_EDITOR)
    made.save()
    assert BookPage.objects.get().csl()["editor"] == [{"family": "Bela", "given": "Baiba"}]
