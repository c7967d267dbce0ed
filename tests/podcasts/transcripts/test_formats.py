"""Each format is read as others write it; what we write is read again as it was."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from podcasts.transcripts import WRITERS, Cue, read

VTT = """WEBVTT - Saruna

STYLE
::cue { color: red }

NOTE Pārbaudīts

1
00:00.500 --> 00:04.000 align:start position:0%
<v Ilze Kļaviņa>Labdien &amp; sveiki!</v>

00:00:04.000 --> 00:00:07.250
Šodien par <i>supervīziju</i>,
<00:00:05.000>kas palīdz.
"""
SRT = """1
00:00:00,500 --> 00:00:04,000
Ilze Kļaviņa: <b>Labdien</b>
visiem!

2
00:00:04,000 --> 00:00:07,250
{\\an8}Šodien par supervīziju.
"""
JSON = {
    "version": "1.0.0",
    "segments": [
        {"speaker": "Ilze", "startTime": 0.5, "endTime": 4, "body": "Labdien\n"},
        {"startTime": 4, "body": "Sveiki"},
        {"startTime": 6, "body": " "},
        {"startTime": 7, "body": "Ardievu"},
    ],
}
WORDS = st.sampled_from(["Ā", "Jā – „nē”.", "a < b & c > d", "Pulksten 14.30, ne 15.", "<v Ilze> --"])
SPEAKERS = st.sampled_from(["", "Ilze Kļaviņa", "Dr. Bērziņš"])
LENGTHS = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 9000), WORDS, SPEAKERS), min_size=1, max_size=4)


def cues_of(rows):
    """Cues in order: each after a silence, for so many thousandths of a second."""
    found, at = [], 0
    for silence, length, text, speaker in rows:
        start, at = at + silence, at + silence + length
        found.append(Cue(start / 1000, at / 1000, text, speaker))
    return found


def test_webvtt_of_other_programs_is_read():
    assert read(VTT) == [
        Cue(0.5, 4.0, "Labdien & sveiki!", "Ilze Kļaviņa"),
        Cue(4.0, 7.25, "Šodien par supervīziju, kas palīdz."),
    ]


def test_srt_of_other_programs_is_read():
    assert read(SRT) == [
        Cue(0.5, 4.0, "Labdien visiem!", "Ilze Kļaviņa"),
        Cue(4.0, 7.25, "Šodien par supervīziju."),
    ]


def test_json_segments_last_until_the_next_where_they_do_not_tell():
    assert read(json.dumps(JSON)) == [
        Cue(0.5, 4.0, "Labdien", "Ilze"),
        Cue(4.0, 6.0, "Sveiki"),
        Cue(7.0, 12.0, "Ardievu"),
    ]


@pytest.mark.parametrize("form", ["vtt", "srt", "json"])
@given(rows=LENGTHS)
def test_what_is_written_is_read_again_as_it_was(form, rows):
    _media_type, write = WRITERS[form]
    assert read(write(cues_of(rows))) == cues_of(rows)


def test_plain_text_names_a_speaker_when_another_begins():
    _media_type, write = WRITERS["txt"]
    said = [Cue(0, 1, "Labdien.", "Ilze"), Cue(1, 2, "Sākam.", "Ilze"), Cue(2, 3, "Jā.", "Anna"), Cue(3, 4, "Klusums.")]
    assert write(said) == "Ilze: Labdien. Sākam.\n\nAnna: Jā.\n\nKlusums.\n"


def test_line_ends_of_windows_and_a_mark_of_the_encoding_do_not_matter():
    assert read("\ufeff" + SRT.replace("\n", "\r\n")) == read(SRT)
