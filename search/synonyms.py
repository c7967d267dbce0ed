"""Other names of one concept: who asks for one finds the others too. Pure."""

from dataclasses import replace

from .asking import needed, words_of

MOST = 5


class Synonyms:
    """Of concepts, each told by all its names; a name is its stems."""

    def __init__(self, concepts):
        self.others = {}
        for names in concepts:
            told = list(dict.fromkeys(filter(None, map(stems, names))))
            for name in told:
                found = self.others.setdefault(name, [])
                found += [other for other in told if other != name and other not in found]
        self.longest = max(map(len, self.others), default=0)

    def widened(self, query):
        """The query, each of its words with the other names of the concepts that it names or helps to name."""
        of_place = {}
        keys = [word.key for word in query.words]
        for start in range(len(keys)):
            for end in range(start + 1, min(len(keys), start + self.longest) + 1):
                for place in range(start, end):
                    of_place.setdefault(place, []).extend(self.others.get(tuple(keys[start:end]), ()))
        words = [
            replace(word, synonyms=tuple(dict.fromkeys(of_place[place]))[:MOST]) if of_place.get(place) else word
            for place, word in enumerate(query.words)
        ]
        return replace(query, words=tuple(words))


def stems(name):
    return tuple(word.key for word in needed(words_of(name)))
