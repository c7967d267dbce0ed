"""Words without times: a paragraph for as long as one speaker goes on."""

from itertools import groupby


def write(cues):
    parts = [(speaker, " ".join(cue.text for cue in said)) for speaker, said in groupby(cues, lambda cue: cue.speaker)]
    return "\n\n".join(f"{speaker}: {said}" if speaker else said for speaker, said in parts) + "\n"
