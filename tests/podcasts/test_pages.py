import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from pages.missing import gaps_of
from pages.models import Contribution, ContributorIndexPage, ContributorPage
from podcasts.models import Chapter, EpisodePage, Soundbite
from tests.podcasts.sounds import MP3

pytestmark = pytest.mark.django_db
SAID = [(0, 4, "Labdien!", "Ilze"), (4, 9.5, "Par supervīziju.", "Ilze"), (9.5, 12, "Jā.", "Anna")]


def guest(episode, name, role="guest"):
    person = ContributorIndexPage.objects.get().add_child(instance=ContributorPage(title=name))
    Contribution.objects.create(page=episode, contributor=person, role=role)
    return person


def facts(page):
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_the_show_lists_its_episodes_the_newest_first(client, show, add_episode):
    add_episode("Otrā", number=2)
    add_episode("Pirmā", number=1)
    add_episode("Melnraksts", number=3).unpublish()
    add_episode("Datētā", published_on=date(2021, 12, 14))
    page = client.get(show.url).content.decode()
    titles = re.findall(r'<h2 class="catalogue-title"><a[^>]*>([^<]*)', page)
    assert titles == ["Datētā", "Otrā", "Pirmā"]
    assert "2021. gada 14. decembris" in page
    assert '<time datetime="PT40S">0:40</time>' in page


def test_a_show_without_episodes_says_what_will_be_here(client, show):
    assert "Šeit būs epizodes, jaunākās vispirms." in client.get(show.url).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(client, show, add_episode, django_assert_num_queries, number):
    for position in range(number):
        add_episode(f"Epizode {position}", number=position)
    client.get(show.url)
    with django_assert_num_queries(6):
        client.get(show.url)


def test_an_episode_can_be_heard_and_read(client, add_episode):
    episode = add_episode(cues=SAID, season=2, number=5)
    Chapter.objects.create(episode=episode, start=4, title="Par ko")
    person = guest(episode, "Anna Bērziņa")
    page = client.get(episode.url).content.decode()
    assert "2. sezona, 5. epizode" in page
    assert f'<audio controls preload="metadata" src="{episode.audio.url}">' in page
    assert '<a href="?t=4" data-moment="4"><span class="chapter-time">0:04</span> Par ko</a>' in page
    assert 'data-start="9.5" data-end="12.0"><a class="cue-time" href="?t=9"' in page
    assert page.count('<p class="cue-speaker">') == 2
    assert f'<a href="{person.url}">Anna Bērziņa</a>' in page


@pytest.mark.parametrize(("asked", "begins"), [("12", "#t=12"), ("0:12", "#t=12"), ("99", ""), ("-1", ""), ("a", "")])
def test_an_address_begins_at_its_moment_without_scripts(client, add_episode, asked, begins):
    episode = add_episode()
    page = client.get(episode.url, {"t": asked}).content.decode()
    assert f'src="{episode.audio.url}{begins}"' in page


def test_a_sample_is_called_a_sample(client, add_episode):
    episode = add_episode(is_sample=True)
    page = client.get(episode.url).content.decode()
    assert "Šis ir paraugs, nevis epizodes ieraksts." in page
    assert "associatedMedia" not in facts(page)


def test_an_episode_without_sound_and_transcript_says_so(client, add_episode):
    episode = add_episode(audio=None)
    page = client.get(episode.url).content.decode()
    assert "Šīs epizodes ieraksta te vēl nav." in page
    assert "Šai epizodei atšifrējuma vēl nav." in page
    assert "<audio" not in page


def test_what_an_episode_lacks_is_told_to_editors(add_episode):
    episode = add_episode(audio=None, to_find_out="Viesi.")
    assert dict(gaps_of(EpisodePage))[episode] == [
        "ieraksts (audio fails)",
        "kopsavilkums",
        "publicēta",
        "atšifrējums",
        "līdzdalība",
        "Viesi.",
    ]


def test_machines_read_what_an_episode_is(client, show, add_episode):
    episode = add_episode(number=3, published_on=date(2021, 12, 14))
    assert facts(client.get(episode.url).content.decode()) == {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": "Supervīzija kā atbalsts",
        "url": episode.full_url,
        "episodeNumber": 3,
        "datePublished": "2021-12-14",
        "inLanguage": "lv",
        "partOfSeries": {"@type": "PodcastSeries", "name": "Raidieraksts", "url": show.full_url},
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": f"http://127.0.0.1:8000{episode.audio.url}",
            "encodingFormat": "audio/mpeg",
            "duration": "PT40S",
        },
    }


def test_the_sound_is_stored_under_the_name_of_its_episode(client, add_episode):
    episode = add_episode()
    assert re.fullmatch(r"media/supervizija-ka-atbalsts\w*\.mp3", episode.audio.name)
    answer = client.get(episode.audio.url, headers={"range": "bytes=0-2"})
    assert (answer.status_code, answer["Content-Type"], answer.getvalue()) == (206, "audio/mpeg", MP3[:3])


@pytest.mark.parametrize(
    ("form", "media_type"),
    [("vtt", "text/vtt"), ("srt", "application/x-subrip"), ("json", "application/json"), ("txt", "text/plain")],
)
def test_a_transcript_is_taken_along_in_any_form(client, add_episode, form, media_type):
    episode = add_episode(cues=SAID)
    answer = client.get(reverse("podcasts:transcript", kwargs={"pk": episode.pk, "form": form}))
    assert (answer.status_code, answer["Content-Type"]) == (200, f"{media_type}; charset=utf-8")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "Par supervīziju." in answer.content.decode()


def test_there_is_nothing_to_take_along_of_what_is_not_public(client, add_episode):
    episode, hidden = add_episode("Bez atšifrējuma"), add_episode("Melnraksts", cues=SAID)
    hidden.unpublish()
    for pk, form in ((episode.pk, "vtt"), (hidden.pk, "vtt"), (hidden.pk, "docx")):
        assert client.get(reverse("podcasts:transcript", kwargs={"pk": pk, "form": form})).status_code == 404
    assert client.get(reverse("podcasts:chapters", kwargs={"pk": episode.pk})).status_code == 404


def test_chapters_for_apps(client, add_episode):
    episode = add_episode()
    for start, title in ((15, "Toņi"), (0, "Sākums")):
        Chapter.objects.create(episode=episode, start=start, title=title)
    answer = client.get(reverse("podcasts:chapters", kwargs={"pk": episode.pk}))
    assert answer["Content-Type"] == "application/json+chapters"
    assert answer.json() == {
        "version": "1.2.0",
        "title": "Supervīzija kā atbalsts",
        "chapters": [{"startTime": 0, "title": "Sākums"}, {"startTime": 15, "title": "Toņi"}],
    }


def test_a_transcript_that_cannot_be_read_hides_itself(client, add_episode):
    episode = add_episode()
    EpisodePage.objects.filter(pk=episode.pk).update(transcript="kaut kas")
    assert "Šai epizodei atšifrējuma vēl nav." in client.get(episode.url).content.decode()


def test_the_sound_of_a_draft_is_for_editors_only(client, add_episode):
    episode = add_episode()
    episode.unpublish()
    assert client.get(episode.audio.url).status_code == 404


def test_an_excerpt_of_no_length_is_refused():
    with pytest.raises(ValidationError, match="Fragments ilgst vismaz vienu sekundi"):
        Soundbite(start=0, seconds=0).clean()
