"""An editor publishes an episode by one file and a few fields; what is wrong with them is told in words."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from config import uploads
from pages.models import Contribution, ContributorIndexPage, ContributorPage
from people import groups
from podcasts import editing
from podcasts.models import EpisodePage
from podcasts.transcripts import Cue
from tests.factories import UserFactory
from tests.podcasts.sounds import MP3, WAV

SRT = "1\n00:00:01,000 --> 00:00:04,000\nIlze: Šodien par ģimeni.\n"
JSON = json.dumps({"segments": [{"speaker": "Ilze", "startTime": 1, "endTime": 4, "body": "Šodien par ģimeni."}]})
VTT = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ilze>Šodien par ģimeni.\n"
LISTS = ("chapters", "soundbites", "contributions", "subjects", "relations")


@pytest.fixture
def moderator(db):
    client = Client()
    client.force_login(UserFactory(groups=[groups.MODERATOR]))
    return client


def uploaded(data, name="epizode.mp3"):
    return SimpleUploadedFile(name, data.encode() if isinstance(data, str) else data)


def sent(lists=None, **fields):
    """The form of an episode as an editor's browser sends it."""
    rows = {name: inline_formset((lists or {}).get(name, [])) for name in LISTS}
    page = {"title": "Pirmā", "slug": "pirma", "kind": "full", "body": streamfield([]), "action-publish": "1"}
    comments = {"comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}
    return nested_form_data(page | rows | comments) | fields


@pytest.fixture
def publish(moderator, show):
    address = reverse("wagtailadmin_pages:add", args=["podcasts", "episodepage", show.pk])
    return lambda *args, **fields: moderator.post(address, sent(*args, **fields))


def errors(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_an_episode_is_published_by_one_file_and_five_fields(publish):
    publish(
        audio=uploaded(MP3),
        summary="Par ko.",
        number="1",
        published_on="2021-12-14",
        transcript_file=uploaded(SRT, "a.srt"),
    )
    episode = EpisodePage.objects.live().get()
    assert (episode.duration, episode.size, episode.media_type) == (40, len(MP3), "audio/mpeg")
    assert (episode.number, episode.published_on) == (1, date(2021, 12, 14))
    assert episode.transcript == VTT
    assert episode.cues == [Cue(1.0, 4.0, "Šodien par ģimeni.", "Ilze")]
    assert Client().get(episode.audio.url).getvalue() == MP3


@pytest.mark.parametrize("text", [SRT, JSON, VTT])
def test_a_transcript_can_be_pasted_in_any_form(publish, text):
    publish(transcript=text)
    assert EpisodePage.objects.get().transcript == VTT


def test_a_transcript_in_windows_1257_is_read(publish):
    publish(transcript_file=uploaded(SRT.encode("cp1257"), "a.srt"))
    assert EpisodePage.objects.get().transcript == VTT


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"audio": uploaded(WAV)},
            {"audio": ["Lai kāds būtu faila nosaukums, tā saturs ir WAV. Saglabājiet ierakstu kā MP3 vai M4A."]},
        ),
        (
            {"audio": uploaded(b"nekas")},
            {"audio": ["Šajā failā nav skaņas, ko pārlūks varētu atskaņot. Saglabājiet ierakstu kā MP3 vai M4A."]},
        ),
        (
            {"transcript_file": uploaded("Сегодня".encode("cp1251"), "a.srt")},
            {"transcript_file": ["Faila tekstu nevar izlasīt. Saglabājiet to UTF-8 kodējumā."]},
        ),
        (
            {"transcript": VTT + "\n00:00:02.000 --> 00:00:06.000\nJā."},
            {"transcript": ["2. rinda sākas, pirms beigusies 1. rinda: laiki nedrīkst pārklāties."]},
        ),
        (
            {"audio": uploaded(MP3), "transcript": "WEBVTT\n\n00:41.000 --> 00:44.000\nPar vēlu."},
            {"transcript": ["1. rinda ir pēc ieraksta beigām (0:40)."]},
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told(publish, fields, told):
    for file in fields.values():
        getattr(file, "seek", str)(0)
    assert errors(publish(**fields)) == told
    assert not EpisodePage.objects.exists()


def test_a_file_above_the_limit_is_told(publish, monkeypatch):
    monkeypatch.setattr(editing, "MOST_BYTES", 1024 * 1024)
    assert errors(publish(audio=uploaded(MP3 * 10))) == {"audio": ["Fails ir pārāk liels (līdz 1 MB)."]}


def test_two_gigabytes_are_refused_before_they_are_read(moderator, show):
    address = reverse("wagtailadmin_pages:add", args=["podcasts", "episodepage", show.pk])
    kind = "multipart/form-data; boundary=x"
    answer = moderator.generic("POST", address, b"--x", kind, headers={"content-length": str(2 * 1024**3)})
    assert answer.status_code == 413
    assert "Fails ir pārāk liels." in answer.content.decode()


def test_the_field_tells_a_browser_how_much_it_takes(moderator, show):
    address = reverse("wagtailadmin_pages:add", args=["podcasts", "episodepage", show.pk])
    page = moderator.get(address).content.decode()
    assert f'data-most-bytes="{uploads.MOST_BYTES}" data-too-large="Fails ir pārāk liels (līdz 100 MB)."' in page
    assert "js/cms/file-size.js" in page


@pytest.mark.parametrize(
    ("starts", "told"),
    [
        (["0:00", "0:41"], "Šis brīdis ir pēc ieraksta beigām (0:40)."),
        (["0:15", "15"], "Šajā brīdī sākas arī cita rinda."),
        (["0:15", "-1"], "Ierakstiet minūtes un sekundes, piemēram, 12:34."),
    ],
)
def test_chapters_lie_within_the_recording(publish, starts, told):
    rows = [{"start": start, "title": "Nodaļa"} for start in starts]
    answer = publish({"chapters": rows}, audio=uploaded(MP3))
    assert answer.context["form"].formsets["chapters"].forms[1].errors == {"start": [told]}
    assert not EpisodePage.objects.exists()


def test_chapters_are_typed_as_on_a_clock(publish):
    publish({"chapters": [{"start": "0:15", "title": "Toņi"}]}, audio=uploaded(MP3))
    assert [(row.start, row.title) for row in EpisodePage.objects.get().chapters.all()] == [(15, "Toņi")]


def test_a_number_is_taken_once_in_a_season(publish):
    publish(number="1", season="1")
    assert errors(publish(number="1", season="1", slug="otra")) == {"number": ["Epizode ar šādu numuru jau ir."]}
    assert publish(number="1", season="2", slug="tresa").status_code == 302


def test_a_guest_is_named_beside(publish):
    guest = ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title="Anna Bērziņa"))
    publish({"contributions": [{"contributor": str(guest.pk), "role": "guest"}]})
    assert [str(row) for row in Contribution.objects.filter(page=EpisodePage.objects.get())] == ["Anna Bērziņa"]


def test_a_new_file_takes_the_place_of_the_old_one_when_published(moderator, add_episode):
    episode = add_episode()
    address = reverse("wagtailadmin_pages:edit", args=[episode.pk])
    moderator.post(address, sent(title="Pirmā", audio=uploaded(MP3 * 2)))
    episode.refresh_from_db()
    assert episode.size == len(MP3) * 2
    moderator.post(address, sent(title="Pirmā", **{"audio-clear": "on"}))
    episode.refresh_from_db()
    assert (episode.audio.name, episode.size, episode.duration) == ("", 0, 0)


def test_a_draft_can_be_previewed_before_its_file_is_sent(moderator, show):
    address = reverse("wagtailadmin_pages:preview_on_add", args=["podcasts", "episodepage", show.pk])
    data = sent(summary="Par ko.", transcript=VTT)
    assert moderator.post(address, data).json()["is_valid"] is True
    page = moderator.get(f"{address}?mode=").content.decode()
    assert "Šīs epizodes ieraksta te vēl nav." in page
    assert "Šodien par ģimeni." in page
