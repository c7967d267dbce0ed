"""What is no transcript, and why."""

import json

import pytest

from podcasts import refusals
from podcasts.transcripts import Cue, Unreadable, decoded, in_order, read


def vtt(*times):
    return "WEBVTT\n\n" + "\n\n".join(f"{interval}\nLabdien." for interval in times)


def segment(start, end):
    return json.dumps({"segments": [{"startTime": start, "endTime": end, "body": "Labdien."}]})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Labdien, sākam.", "Šis nav atšifrējums: vajadzīgs WebVTT, SRT vai JSON."),
        ("", "Šis nav atšifrējums: vajadzīgs WebVTT, SRT vai JSON."),
        ("WEBVTT\n", "Atšifrējumā nav nevienas rindas ar laiku."),
        ("{", "Šis JSON nav raidieraksta atšifrējums."),
        ('{"segments": [1]}', "Šis JSON nav raidieraksta atšifrējums."),
        (segment("1e999", 2), "Šis JSON nav raidieraksta atšifrējums."),
        (segment(-1, 2), "1. rinda sākas pirms ieraksta sākuma: laiks nevar būt negatīvs."),
        (
            vtt("00:01.000 --> 00:02.000", "-00:00:01.000 --> 00:00:02.000"),
            "2. rinda sākas pirms ieraksta sākuma: laiks nevar būt negatīvs.",
        ),
        (vtt("00:05.000 --> 00:04.000"), "1. rinda beidzas, pirms tā sākusies."),
        (vtt("no sākuma --> līdz beigām"), "1. daļas laiku nevar izlasīt: „no sākuma --> līdz beigām”."),
        (
            vtt("00:00.000 --> 00:05.000", "00:03.000 --> 00:08.000"),
            "2. rinda sākas, pirms beigusies 1. rinda: laiki nedrīkst pārklāties.",
        ),
        (
            vtt("00:10.000 --> 00:15.000", "00:01.000 --> 00:02.000"),
            "2. rinda sākas, pirms beigusies 1. rinda: laiki nedrīkst pārklāties.",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, told):
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refusals.told(refused.value) == told


def test_neighbours_that_overlap_by_a_breath_are_parted():
    assert in_order([Cue(0, 2.3, "Viens."), Cue(2, 4, "Divi.")]) == [Cue(0, 2, "Viens."), Cue(2, 4, "Divi.")]


def test_subtitles_in_windows_1257_are_recognised():
    assert decoded("Šodien runāsim par ģimenēm".encode("cp1257")) == "Šodien runāsim par ģimenēm"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_by_its_mark(encoding):
    assert decoded("Šodien".encode(encoding)) == "Šodien"


@pytest.mark.parametrize(
    "data", ["Сегодня о супервизии".encode("cp1251"), b"\xff\xfe\x00", b"WEBVTT\0\x83\x01", bytes(40)]
)
def test_other_encodings_and_no_text_at_all_are_refused(data):
    with pytest.raises(Unreadable) as refused:
        decoded(data)
    assert refused.value.reason == "encoding"


def test_what_follows_the_end_of_a_day_of_talk_is_refused():
    with pytest.raises(Unreadable) as refused:
        in_order([Cue(second, second + 1, "Jā.") for second in range(20_001)])
    assert refused.value.reason == "too_many"
