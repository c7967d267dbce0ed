import pytest
from django.core.files.base import ContentFile

from podcasts import sound, transcripts
from podcasts.models import EpisodePage, ShowPage
from tests.podcasts.sounds import MP3


@pytest.fixture
def show(db):
    """The one that every installation has."""
    return ShowPage.objects.get(slug="raidieraksts")


@pytest.fixture
def add_episode(show):
    """`add_episode("Pirmā", number=1)`: a live episode of 40 seconds."""

    def added(title="Supervīzija kā atbalsts", cues=(), audio=MP3, **fields):
        episode = EpisodePage(title=title, **fields)
        if cues:
            episode.transcript = transcripts.webvtt.write([transcripts.Cue(*cue) for cue in cues])
        show.add_child(instance=episode)
        if audio:
            file = ContentFile(audio)
            episode.take(sound.measured(file))
            episode.audio.save("x.mp3", file, save=False)
        episode.save_revision().publish()
        show.refresh_from_db()
        return episode

    return added
