"""Sounds to upload: a real MP3 of 40 seconds, and a WAV that may be called anything."""

import io
import wave

from demo.podcast import sample

MP3 = sample(1).read_bytes()


def silence(seconds=1):
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setparams((1, 1, 8000, 0, "NONE", "not compressed"))
        written.writeframes(b"\x80" * 8000 * seconds)
    return file.getvalue()


WAV = silence()
