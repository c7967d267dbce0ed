"""A transcript is a list of cues: what was said from one moment to another."""

from dataclasses import dataclass, replace

MOST_CUES = 20_000
SLIP = 0.5  # machines let neighbours overlap by a breath: the earlier one is cut


@dataclass(frozen=True)
class Cue:
    start: float
    end: float
    text: str
    speaker: str = ""

    @property
    def second(self):
        """The whole second it can be linked by."""
        return int(self.start)


class Unreadable(ValueError):
    """Why a transcript is refused: `reason` is a word for the code, the rest tells where."""

    def __init__(self, reason, **where):
        self.reason, self.where = reason, where
        super().__init__(reason)


def in_order(cues):
    """The cues as one reads them: none before the beginning, none backwards, none into the next."""
    if not cues:
        raise Unreadable("empty")
    if len(cues) > MOST_CUES:
        raise Unreadable("too_many")
    for position, cue in enumerate(cues, 1):
        if cue.start < 0 or cue.end < 0:
            raise Unreadable("negative", position=position)
        if cue.end <= cue.start:
            raise Unreadable("backwards", position=position)
    return [*map(parted, range(1, len(cues)), cues, cues[1:]), cues[-1]]


def parted(position, cue, following):
    if following.start >= cue.end:
        return cue
    if following.start <= cue.start or cue.end - following.start > SLIP:
        raise Unreadable("overlapping", position=position + 1, before=position)
    return replace(cue, end=following.start)
