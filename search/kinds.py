"""What a find can be; its weight comes before its day in the order of the index. Pure."""

from pages import latvian

TERM = "term"
WEIGHTS = {
    TERM: 7,
    "course": 5,
    "methodology": 5,
    "topic": 5,
    "guideline": 4,
    "study": 4,
    "publication": 4,
    "article": 3,
    "episode": 3,
    "event": 3,
    "story": 3,
    "page": 3,
    "lesson": 2,
    "contributor": 1,
}
KINDS = tuple(WEIGHTS)
LATVIAN = {
    "termins": TERM,
    "kurss": "course",
    "metodika": "methodology",
    "tēma": "topic",
    "vadlīnijas": "guideline",
    "pētījums": "study",
    "izdevums": "publication",
    "raksts": "article",
    "epizode": "episode",
    "pasākums": "event",
    "stāsts": "story",
    "lapa": "page",
    "nodarbība": "lesson",
    "autors": "contributor",
}
KINDS_BY_NAME = {latvian.key(name): kind for name, kind in LATVIAN.items()} | {
    latvian.key(kind): kind for kind in KINDS
}
FACETS = ("kind", "topic", "methodology", "year", "audience", "language")
