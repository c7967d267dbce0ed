"""The digest of a seal: over the seal before it and the head of every chain that has grown since; pure."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator


def begun(previous: str):
    return hashlib.sha256(f"{previous}\n".encode())


def add(digest, person: int, sequence: int, link: str):
    digest.update(f"{person} {sequence} {link}\n".encode())


def last_of_each(links: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Of (person, sequence, hash) in their order, each person's last."""
    last = None
    for link in links:
        if last and last[0] != link[0]:
            yield last
        last = link
    if last:
        yield last


class Recount:
    """What seals should say, recounted while all chains are read person by person.

    `seals` are (id, last_entry, people, entries, digest) in their order. An entry belongs to the first seal whose
    last entry is not before it.
    """

    def __init__(self, seals):
        self.seals = list(seals)
        self.ends = [last for _id, last, *_rest in self.seals]
        before = ["", *(seal[-1] for seal in self.seals)]
        self.digests = [begun(previous) for previous in before]
        self.people = [0] * len(before)
        self.entries = [0] * len(before)

    def read(self, person: int, chain: Iterable[tuple[int, int, str]]):
        """One person's whole chain as (entry id, sequence, hash)."""
        heads = {}
        for entry, sequence, link in chain:
            place = bisect_left(self.ends, entry)
            heads[place] = (sequence, link)
            self.entries[place] += 1
        if heads:
            self.people[min(heads)] += 1
        for place, (sequence, link) in heads.items():
            add(self.digests[place], person, sequence, link)

    def broken(self) -> Iterator[int]:
        """The ids of seals that do not fit the ledger."""
        people = entries = 0
        for place, (number, _last, its_people, its_entries, digest) in enumerate(self.seals):
            people, entries = people + self.people[place], entries + self.entries[place]
            if (people, entries, self.digests[place].hexdigest()) != (its_people, its_entries, digest):
                yield number
