"""Files by what is in them; the samples of the demo are real MP3."""

import io

import pytest

from podcasts.sound import NotPlayable, Sound, kind_of, measured
from tests.podcasts.sounds import MP3, WAV


def test_type_length_and_size_are_read_from_the_file():
    assert measured(io.BytesIO(MP3)) == Sound("audio/mpeg", "mp3", 40, len(MP3))


def test_a_file_is_at_its_beginning_again_after_it_was_measured():
    file = io.BytesIO(MP3)
    measured(file)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WAV, "WAV"),
        (b"OggS" + bytes(60), "Ogg"),
        (b"fLaC" + bytes(60), "FLAC"),
        (b"%PDF-1.7", "PDF"),
        (b"", ""),
        (b"ID3" + bytes(60), ""),
        (b"\xff\xfb" + bytes(60), ""),
        (bytes(4) + b"ftypisom" + bytes(60), ""),
    ],
)
def test_what_browsers_do_not_all_play_is_refused_by_what_it_is(data, kind):
    with pytest.raises(NotPlayable) as refused:
        measured(io.BytesIO(data))
    assert refused.value.kind == kind


@pytest.mark.parametrize(("head", "kind"), [(b"\xff\xfb\x90\x00", "MP3"), (b"\xff\xf1\x50\x80", ""), (b"\xff", "")])
def test_only_the_third_layer_is_mp3(head, kind):
    assert kind_of(head) == kind
