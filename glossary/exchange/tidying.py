"""What files of others say, as the dictionary can hold it; pure."""

from dataclasses import replace

from .concept import LANGUAGES, PREFERRED, SYNONYM, Named


def tidy(concept):
    """On one line where it must be; one preferred name a language, which in Latvian is the title; no name twice."""
    title = one_line(concept.title)
    met, names = {("lv", title)}, []
    preferred = {"lv"}
    for name in concept.names:
        language, text = name.language[:2].lower(), one_line(name.text)
        if not text or language not in LANGUAGES or (language, text) in met:
            continue
        met.add((language, text))
        kind = SYNONYM if name.kind == PREFERRED and language in preferred else name.kind
        preferred |= {language} if kind == PREFERRED else set()
        names.append(Named(language, kind, text))
    return replace(concept, title=title, names=tuple(names))


def unknown_languages(concept):
    return sorted({name.language for name in concept.names if name.language[:2].lower() not in LANGUAGES})


def one_line(text):
    return " ".join(text.split())
