"""What the page and its JSON say: finds, what was meant, what the dictionary says and what editors recommend."""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Subquery

from glossary.models import TermName, TermPage
from pages.models import for_everyone

from .asking import Query
from .asking import asked as understood
from .completing import Offer, complete
from .fewer import Fewer, fewer
from .finding import Results, find
from .kinds import TERM
from .meant import suggestion
from .picks import Pick, picks
from .synonyms import stems


@dataclass(frozen=True)
class Answer:
    query: Query
    results: Results
    suggestion: str = ""
    term: TermPage | None = None
    picks: list[Pick] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)

    @property
    def fewer(self) -> list[Fewer]:
        """For who reads the page: machines are not told."""
        return [] if self.results.total or self.offers or self.suggestion else fewer(self.query)

    @property
    def others(self):
        """The hits besides the term, which stands above them."""
        return [hit for hit in self.results.hits if not self.term or hit.page != self.term.pk]


def answer(query, request):
    results = find(query)
    first = query.page == 1
    offers = [] if results.total else complete(query.text)
    return Answer(
        query=query,
        results=results,
        suggestion="" if results.total or offers else meant(query),
        term=term(query, results.hits) if first else None,
        picks=picks(query, request) if first else [],
        offers=offers,
    )


def meant(query):
    """Only what would be answered is offered: so no word of a text that is public no more is ever told."""
    text = suggestion(query.text, [word.written for word in query.words]) if query.words else None
    return text if text and find(understood(text, query.facets)).total else ""


def term(query, hits):
    """The concept that all words of the question name: also „kas ir supervīzija”, also narrowed down."""
    hit = next((hit for hit in hits if hit.kind == TERM), None)
    if hit is None or tuple(word.key for word in query.words) not in map(stems, hit.names):
        return None
    english = TermName.objects.filter(term=OuterRef("pk"), language="en").order_by("kind", "sort_order").values("text")
    terms = TermPage.objects.live().filter(for_everyone(), pk=hit.page)
    return terms.annotate(english_name=Subquery(english[:1])).first()
