import pytest

pytestmark = pytest.mark.django_db


def test_the_permanent_address_follows_the_entry(client, term):
    entry = term()
    entry.slug = "uzraudziba"
    entry.save_revision().publish()
    answer = client.get(f"/vardnica/{entry.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, "/vardnica/uzraudziba/")


def test_an_explanation_is_a_part_of_a_page(client, term):
    entry = term(english=["supervision"], definition="Konsultēšanas <veids>.")
    text = client.get(f"/vardnica/{entry.pk}/skaidrojums/").content.decode()
    assert "<html" not in text
    assert "Konsultēšanas &lt;veids&gt;." in text
    assert 'href="/vardnica/supervizija/"' in text


def test_an_explanation_that_is_not_written_says_so(client, term):
    assert "Skaidrojums vēl nav uzrakstīts." in client.get(f"/vardnica/{term().pk}/skaidrojums/").content.decode()


def test_machines_get_the_entry_as_json(client, term):
    entry = term(english=["supervision"], definition="Konsultēšanas veids.", status="approved")
    facts = client.get(f"/vardnica/{entry.pk}.json").json()
    root = facts["id"].removesuffix(f"/vardnica/{entry.pk}/")
    assert facts.pop("modified").startswith(f"{entry.last_published_at:%Y-%m-%d}")
    assert facts == {
        "id": f"{root}/vardnica/{entry.pk}/",
        "url": f"{root}/vardnica/supervizija/",
        "names": [
            {"language": "lv", "kind": "preferred", "text": "supervīzija"},
            {"language": "en", "kind": "preferred", "text": "supervision"},
        ],
        "definition": "Konsultēšanas veids.",
        "source": "",
        "notes": "",
        "status": "approved",
        "broader": [],
        "related": [],
    }


@pytest.mark.parametrize(
    "address", ["/vardnica/999999/", "/vardnica/999999.json", "/vardnica/999999/skaidrojums/", "/vardnica/vardnica.exe"]
)
def test_a_number_that_is_nobodys_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("form", ["ttl", "jsonld", "tbx"])
def test_the_dictionary_can_be_taken_along(client, term, form):
    term()
    answer = client.get(f"/vardnica/vardnica.{form}")
    assert answer["Content-Disposition"] == f'attachment; filename="vardnica.{form}"'
    assert "supervīzija" in answer.content.decode()
