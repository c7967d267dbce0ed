"""The sound samples of the podcast, made by us: soft tones, and a transcript that says plainly what they are.

`python -m demo.samples FOLDER` writes the sounds as WAV; demo/content/podcast/ holds them as MP3 of 24 kbit/s, made by
LAME: `lame -m m -b 24 1.wav 1.mp3`. Everything is computed, so what anyone makes again is the same.
"""

import math
import sys
import wave
from array import array
from pathlib import Path

RATE = 22_050
LOUDNESS = 6_000
SECONDS = 5  # of a line; each has its motif
SCALE = (0, 2, 4, 7, 9, 12, 14, 16)  # semitones of a scale in which nothing clashes
BASES = (196.0, 220.0, 246.94, 261.63, 293.66)  # each sample has a pitch of its own
MOTIFS = {  # steps of the scale, and the line of the transcript that is there meanwhile
    "call": ((4, 2), "Šis ir paraugs, nevis epizodes ieraksts."),
    "wait": ((0,), "Epizodes „{title}” ieraksts portālam vēl nav pievienots."),
    "none": ((2, 2, 2), "Paraugā neviens nerunā. Skan tikai mierīgi toņi, ko izskaitļojusi programma."),
    "up": ((0, 1, 2, 3, 4), "Tagad skan pieci augoši toņi."),
    "down": ((4, 3, 2, 1, 0), "Tagad tie paši pieci toņi krītoši."),
    "wave": ((0, 3, 1, 4, 2, 5), "Tagad seši toņi pārmaiņus augstāk un zemāk."),
    "end": ((5, 2, 0), "Tā var izmēģināt atskaņotāju, nodaļas un atšifrējumu."),
    "over": ((0, 0), "Paraugs beidzas. Kad būs īstais ieraksts, tas stāsies šeit."),
}
ORDERS = (("up", "down", "wave"), ("down", "wave", "up"), ("wave", "up", "down"))
CHAPTERS = ((0, "Kas ir šis paraugs"), (15, "Toņi"), (30, "Noslēgums"))


def motifs(number):
    """The order of one sample: the tones in the middle change places."""
    return ["call", "wait", "none", *ORDERS[number % len(ORDERS)], "end", "over"]


def lines(number, title):
    """(start, end, text) of the transcript."""
    for place, name in enumerate(motifs(number)):
        yield place * SECONDS, (place + 1) * SECONDS, MOTIFS[name][1].format(title=title)


def pitches(number):
    """(start, length, frequency) of every tone."""
    for place, name in enumerate(motifs(number)):
        steps = MOTIFS[name][0]
        length = SECONDS / len(steps)
        for position, step in enumerate(steps):
            yield place * SECONDS + position * length, length, BASES[number - 1] * 2 ** (SCALE[step] / 12)


def tone(length, frequency):
    """A soft tone with its octave that fades away like a bell."""
    for position in range(int(length * RATE)):
        second = position / RATE
        loudness = LOUDNESS * min(1.0, second / 0.03) * math.exp(-2.2 * second / length)
        turn = 2 * math.pi * frequency * second
        yield int(loudness * (math.sin(turn) + 0.3 * math.sin(2 * turn)))


def write(number, path):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        for _start, length, frequency in pitches(number):
            file.writeframes(array("h", tone(length, frequency)).tobytes())


if __name__ == "__main__":
    for number in range(1, len(BASES) + 1):
        write(number, Path(sys.argv[1], f"{number}.wav"))
