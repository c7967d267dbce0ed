"""What a find can be; its weight comes before its day in the order of the index. Pure."""

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
FACETS = ("kind", "topic", "methodology", "year", "audience", "language")
