import json

import pytest

from publications.models import IssuePage, Volume
from tests.publications.making import article, book, issue

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("form", "kind", "begins"),
    [
        ("bib", "application/x-bibtex; charset=utf-8", "@article{socdarbs-"),
        ("ris", "application/x-research-info-systems; charset=utf-8", "TY  - JOUR\r\n"),
        ("json", "application/vnd.citationstyles.csl+json", "[\n"),
    ],
)
def test_a_reference_is_taken_along(client, form, kind, begins):
    issue()
    page = article("Ekokarte", "Ieva Ozola", slug="ekokarte")
    response = client.get(f"/izdevumi/{page.pk}.{form}")
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == f'attachment; filename="ekokarte.{form}"'
    assert response.content.decode().startswith(begins)


def test_csl_json_holds_what_is_known(client):
    issue(published="2020-06")
    page = article("Ekokarte", "Ieva Ozola", first_page=55, keywords="ekokarte, metode")
    item = json.loads(client.get(f"/izdevumi/{page.pk}.json").content)[0]
    assert item["author"] == [{"family": "Ozola", "given": "Ieva"}]
    assert (item["container-title"], item["issue"], item["page"]) == ("Sociālais darbs Latvijā", "1", "55")
    assert item["issued"] == {"date-parts": [[2020, 6]]}
    assert item["keyword"] == "ekokarte, metode"
    assert "DOI" not in item


def test_what_is_not_public_or_no_publication_has_no_reference(client):
    draft = book(live=False)
    assert client.get(f"/izdevumi/{draft.pk}.bib").status_code == 404
    assert client.get("/izdevumi/999999.bib").status_code == 404
    assert client.get(f"/izdevumi/{issue().pk}.docx").status_code == 404
    section = IssuePage.objects.get().periodical.get_parent()
    assert client.get(f"/izdevumi/{section.pk}.bib").status_code == 404


def test_an_issue_is_taken_along(client):
    made = issue(published="2020-06", publisher="LSDB")
    url = made.full_url
    assert client.get(f"/izdevumi/{made.pk}.bib").content.decode() == (
        f"@misc{{socdarbs-{made.pk},\n  year = {{2020}},\n  title = {{Sociālais darbs Latvijā, 1/2020}},\n"
        "  journal = {Sociālais darbs Latvijā},\n  number = {1},\n  publisher = {LSDB},\n"
        f"  url = {{{url}}},\n  language = {{lv}},\n}}\n"
    )


def test_a_volume_has_the_facts_of_its_book_but_its_own_title_and_numbers(client):
    made = book("Darbs ar gadījumu", year=2023, doi="10.22364/sdtv.23", isbn="978-9934-18-910-4", pages_total=600)
    volume = Volume.objects.create(book=made, title="Prakse teorijā", pages_total=300)
    answer = client.get(f"/izdevumi/sejumi/{volume.pk}.json")
    assert answer["Content-Disposition"] == f'attachment; filename="darbs-ar-gadijumu-{volume.pk}.json"'
    assert json.loads(answer.content) == [
        {
            "id": f"socdarbs-{made.pk}-{volume.pk}",
            "type": "book",
            "title": "Darbs ar gadījumu: Prakse teorijā",
            "issued": {"date-parts": [[2023]]},
            "language": "lv",
            "number-of-pages": "300",
            "URL": made.full_url,
        }
    ]


def test_a_volume_that_is_not_public_has_no_reference(client):
    volume = Volume.objects.create(book=book(live=False), title="Prakse teorijā")
    assert client.get(f"/izdevumi/sejumi/{volume.pk}.bib").status_code == 404
    volume.book.save_revision().publish()
    assert client.get(f"/izdevumi/sejumi/{volume.pk}.docx").status_code == 404
