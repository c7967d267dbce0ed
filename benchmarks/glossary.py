"""What the dictionary's marks cost: one text of 1,000 words, 1,500 terms; CPU time of this process.

    .venv/bin/python -m benchmarks.glossary

The text is the portal's own (the demo's methodologies and pages), as rich text with paragraphs and headings. „warm” is
what a running portal does: the stems of words it has met are kept. „cold” forgets them before each round, as for the
first text after a start. Terms are the demo's and made-up pairs of words of the same texts; in „dense” 300 words of the
text itself are terms besides, so that every second word or so begins one.
"""

import html
import re
import statistics
import time

from demo import sheets
from glossary.marking import Reading, marked
from glossary.terms import Name, Terms
from pages import latvian

ROUNDS, WORDS, TERMS = 200, 1000, 1500
SOURCES = ("methodologies.toml", "guidelines.toml", "pages.toml")


def texts(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for one in value for text in texts(one)]
    return [value] if isinstance(value, str) and "<p>" in value else []


def text_of(count):
    """Paragraphs until there are as many words."""
    found, length = [], 0
    for part in re.findall(r"<(?:p|h2|li)>.*?</(?:p|h2|li)>", " ".join(all_texts()), re.DOTALL):
        found.append(part)
        length += len(latvian.words(re.sub("<[^>]+>", " ", part)))
        if length >= count:
            break
    return "".join(found), length


def all_texts():
    return [text for name in SOURCES for text in texts(sheets.read(name))]


def names(count, singles=0):
    real = [sheet["title"] for sheet in sheets.read("glossary.toml")["term"]]
    plain = html.unescape(re.sub("<[^>]+>", " ", " ".join(all_texts())))
    words = list(dict.fromkeys(word.lower() for word in re.findall(r"\w+", plain) if len(word) > 5))
    pairs = [f"{one} {other}" for step in (7, 11, 13) for one, other in zip(words, words[step:], strict=False)]
    return [Name(number, text) for number, text in enumerate([*real, *words[:singles], *pairs][:count])]


def mark(term, text):
    return f'<a class="term" href="/vardnica/{term}/">{text}</a>'


def measured(call, prepare=lambda: None):
    spent = []
    for _ in range(ROUNDS):
        prepare()
        began = time.process_time()
        call()
        spent.append(1000 * (time.process_time() - began))
    return f"{statistics.median(spent):7.2f} {min(spent):7.2f} {max(spent):7.2f}"


def main():
    text, length = text_of(WORDS)
    print(f"{length} words, {ROUNDS} rounds; machine: {measured(yardstick)} ms for 100,000 additions")
    for title, chosen in (("usual", names(TERMS)), ("dense", names(TERMS, singles=300))):
        terms = Terms(chosen)
        found = marked(text, terms, Reading(), mark).count('class="term"')
        print(f"{title}: {len(terms)} terms, {found} marks")
        print(f"{'CPU, ms':28}  median     min     max")
        print(f"{'marking, warm':28} {measured(lambda terms=terms: marked(text, terms, Reading(), mark))}")
        cold = measured(lambda terms=terms: marked(text, terms, Reading(), mark), lambda terms=terms: forget(terms))
        print(f"{'marking, cold':28} {cold}")
        print(f"{'making the automaton':28} {measured(lambda chosen=chosen: Terms(chosen))}")


def forget(terms):
    latvian.key.cache_clear()
    terms._signs.clear()


def yardstick():
    sum(range(100_000))


if __name__ == "__main__":
    main()
