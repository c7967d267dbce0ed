from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from events.models import EventIndexPage, EventPage, Meeting, Photo, PlannedEvents, ProgrammeRow, Recording
from pages.models import Contribution, ContributorIndexPage, ContributorPage, Subject, TopicIndexPage, TopicPage
from tests.events.archive import AUTUMN, add_event

pytestmark = pytest.mark.django_db


def page_of(address):
    return Client().get(address).content.decode()


def shown(query=""):
    return [event.title for event in Client().get(f"/pasakumi/{query}").context["events"]]


def test_an_empty_section_says_what_will_be_here():
    assert "Šeit būs pasākumi" in page_of("/pasakumi/")


def test_the_newest_comes_first_and_an_unknown_year_last():
    for title, fields in {"Bez gada": {"year": None}, "Agrāk": {"year": 2016}, "Vēlāk": {"year": 2023}}.items():
        add_event(title, **fields)
    add_event("Rudenī", year=2016, first_day=date(2016, 11, 4))
    assert shown() == ["Vēlāk", "Rudenī", "Agrāk", "Bez gada"]
    assert "Gads nav zināms" in page_of("/pasakumi/")


def test_filters_join_kind_year_and_topic():
    ethics = TopicIndexPage.objects.get().add_child(instance=TopicPage(title="Ētika", slug="etika"))
    add_event("Meklētā", kind="discussion", year=2016, subjects=[Subject(topic=ethics)])
    add_event("Cita", kind="discussion", year=2017, subjects=[Subject(topic=ethics)])
    add_event("Vēl cita", kind="discussion", year=2016)
    assert shown("?kind=discussion&year=2016&topic=etika") == ["Meklētā"]
    assert shown("?year=2015") == []
    assert "Nekas nav atrasts" in page_of("/pasakumi/?year=2015")


@pytest.mark.parametrize(
    "query", ["?kind=ballīte", "?year=99999", "?year=-1", "?year=²016", "?kind=%00", "?topic=%00", "?year="]
)
def test_what_no_filter_offers_is_as_if_not_asked(query):
    add_event()
    assert shown(query) == ["Viņi ir mēs"]


@pytest.mark.parametrize("topic", ["nav-tadas", "' OR 1=1", "a" * 3000])
def test_an_unknown_topic_finds_nothing(topic):
    add_event()
    assert shown(f"?topic={topic}") == []


def test_the_plan_stands_beside_what_was_held():
    PlannedEvents.objects.create(section=EventIndexPage.objects.get(), kind="conference", number=7)
    add_event("Sava")
    add_event("Turpinātāja", frame="successor")
    plan = Client().get("/pasakumi/").context["plans"]
    assert [(row.number, held, meetings) for row, held, meetings in plan] == [(7, 1, 0)]


def test_meetings_of_seminars_are_counted():
    PlannedEvents.objects.create(section=EventIndexPage.objects.get(), kind="seminar", number=35)
    add_event("Bēgļi", kind="seminar", meetings=[Meeting(city="Valmiera"), Meeting(city="Rīga")])
    assert "Sanāksmes, kuru vieta zināma: 2." in page_of("/pasakumi/")


def test_a_draft_is_in_no_list():
    add_event(live=False)
    assert shown() == []


@pytest.mark.parametrize("events", [1, 3])
def test_the_section_asks_the_same_whatever_its_length(events, django_assert_num_queries):
    for number in range(events):
        add_event(f"Pasākums {number}", recordings=[Recording(title="Ieraksts", address="https://a.example/")])
    Client().get("/pasakumi/")
    with django_assert_num_queries(SECTION):
        Client().get("/pasakumi/?kind=conference")


SECTION = 5


def test_an_event_shows_what_is_left_of_it():
    event = add_event(
        first_day=date(2021, 9, 10),
        year=2021,
        begins_at=time(10),
        place="Botāniskais dārzs",
        online=True,
        programme=[ProgrammeRow(title="Cilvēks", begins_at=time(9, 30), speakers="Inita Pauloviča")],
    )
    page = page_of(event.url)
    for words in (
        "2021. gada 10. septembris, plkst. 10.00",
        "Botāniskais dārzs, tiešsaistē",
        "9.30",
        "Inita Pauloviča",
    ):
        assert words in page


def test_a_seminar_lists_its_meetings():
    first, last = AUTUMN
    event = add_event(kind="seminar", year=2015, first_day=first, last_day=last, meetings=[Meeting(city="Smiltene")])
    assert event.when == "2015. gada 14. oktobris – 11. novembris"
    assert "Smiltene</dt><dd>diena nav zināma" in page_of(event.url)


def test_what_the_successor_held_says_so():
    assert "Rīkoja projekts, kas darbu turpina" in page_of(add_event(frame="successor").url)


def test_who_spoke_leads_to_everything_of_theirs():
    speaker = ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title="Arita Featherstone"))
    event = add_event()
    Contribution.objects.create(page=event, contributor=speaker, role="speaker")
    assert f'href="{speaker.url}">Arita Featherstone</a>' in page_of(event.url)
    assert f'href="{event.url}"' in page_of(speaker.url)


def test_machines_read_when_and_where():
    facts = add_event(first_day=date(2022, 3, 25), place="Rīga").structured_data()
    assert (facts["@type"], facts["startDate"], facts["location"]["name"]) == ("Event", "2022-03-25", "Rīga")
    assert add_event("Cita", slug="cita", year=None).structured_data().get("startDate") is None


def test_machines_read_the_hour_and_who_spoke():
    event = add_event(first_day=date(2022, 3, 25), begins_at=time(10))
    speaker = ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title="Arita Featherstone"))
    Contribution.objects.create(page=event, contributor=speaker, role="speaker")
    facts = event.structured_data()
    assert facts["startDate"] == "2022-03-25T10:00:00+02:00"
    assert facts["performer"] == [{"@type": "Person", "name": "Arita Featherstone"}]


@pytest.mark.parametrize(
    ("known", "attended"), [({}, None), ({"place": "Rīga"}, "Offline"), ({"place": "Rīga", "online": True}, "Online")]
)
def test_machines_are_not_told_how_an_event_was_attended_while_nobody_knows(known, attended):
    told = add_event(**known).structured_data().get("eventAttendanceMode")
    assert told == (attended and f"https://schema.org/{attended}EventAttendanceMode")


def test_nothing_of_elsewhere_is_in_a_page_before_it_is_asked_for():
    event = add_event(recordings=[Recording(title="Ieraksts", address="https://youtu.be/QxnBZBTy9vM")])
    page = page_of(event.url)
    assert "<iframe" not in page
    assert 'data-player="https://www.youtube-nocookie.com/embed/QxnBZBTy9vM"' in page
    assert 'href="https://youtu.be/QxnBZBTy9vM"' in page


def test_only_the_hosts_of_its_own_recordings_may_be_framed(settings):
    settings.GUEST_CACHE_SECONDS = 60
    event = add_event(recordings=[Recording(title="Ieraksts", address="https://youtu.be/QxnBZBTy9vM")])
    for _turn in ("fresh", "kept"):
        policy = Client().get(event.url).headers["Content-Security-Policy"]
        assert "frame-src https://www.youtube-nocookie.com" in policy
    assert "frame-src" not in Client().get(add_event("Cita", slug="cita").url).headers["Content-Security-Policy"]


def test_an_unknown_host_is_a_plain_link():
    event = add_event(recordings=[Recording(title="Ieraksts", address="https://vimeo.com/1")])
    page = page_of(event.url)
    assert 'href="https://vimeo.com/1"' in page
    assert "data-player" not in page


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://a.example/b", "nav adrese"])
def test_a_recording_needs_an_address_of_the_web(address):
    with pytest.raises(ValidationError) as refused:
        Recording(title="Ieraksts", address=address).full_clean(exclude=["event"])
    assert list(refused.value.message_dict) == ["address"]


def test_a_recording_is_an_address_or_a_file():
    with pytest.raises(ValidationError, match="vienu no abiem"):
        Recording(title="Ieraksts").full_clean(exclude=["event"])


def test_a_photo_needs_words():
    with pytest.raises(ValidationError) as refused:
        Photo().full_clean(exclude=["event", "image"])
    assert list(refused.value.message_dict) == ["alt"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"first_day": date(2022, 3, 25), "last_day": date(2022, 3, 24)}, "Pēdējā diena nevar būt pirms pirmās."),
        ({"last_day": date(2022, 3, 24)}, "Ierakstiet arī pirmo dienu."),
        ({"first_day": date(2021, 3, 25)}, "Gads nesakrīt ar pirmās dienas gadu."),
    ],
)
def test_days_that_cannot_be_are_refused(fields, said):
    with pytest.raises(ValidationError, match=said):
        add_event(**fields)


def test_the_database_refuses_them_too():
    event = add_event(first_day=date(2022, 3, 25))
    with pytest.raises(IntegrityError), transaction.atomic():
        EventPage.objects.filter(pk=event.pk).update(last_day=date(2022, 3, 24))
