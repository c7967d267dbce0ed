from django.utils.functional import cached_property

from pages.beside import topics_of
from pages.models import ArchivePage, Contribution, Subject

Role = Contribution.Role
AUTHORS = (Role.AUTHOR, Role.INTERVIEWER)
EDITORS = (Role.EDITOR, Role.SCIENTIFIC_EDITOR)


class CitedPage(ArchivePage):
    """A publication that others cite: what is known is one item of CSL-JSON, and every other form is made from that."""

    csl_type = "document"
    cite_route = "publications:cite"

    class Meta:
        abstract = True

    @cached_property
    def topic_titles(self):
        return [topic.title for topic in topics_of(self)]

    @property
    def authors(self):
        return [row.contributor for row in self.credits if row.role in AUTHORS]

    @property
    def editors(self):
        return [row.contributor for row in self.credits if row.role in EDITORS]

    @property
    def keywords_given(self):
        """Its own keywords, then the topics of the portal."""
        own = [word.strip() for word in getattr(self, "keywords", "").split(",")]
        return list(dict.fromkeys(filter(None, [*own, *self.topic_titles])))

    def csl(self):
        """What is known and nothing else."""
        known = {
            "id": f"socdarbs-{self.pk}",
            "type": self.csl_type,
            "title": self.title,
            "author": [csl_name(one) for one in self.authors],
            "editor": [csl_name(one) for one in self.editors],
            "abstract": self.lead,
            "keyword": ", ".join(self.keywords_given),
            "language": self.locale.language_code,
            "URL": self.full_url,
            **self.csl_facts(),
        }
        return {name: value for name, value in known.items() if value}

    def csl_facts(self):
        """What only this kind has."""
        return {}


def with_credits(pages):
    """Pages with their people, in one query for all."""
    by_pk = {page.pk: page for page in pages}
    for page in pages:
        page.credits = []
    for row in Contribution.objects.filter(page__in=by_pk).select_related("contributor"):
        by_pk[row.page_id].credits.append(row)
    return pages


def with_topics(pages):
    """Pages with the titles of their topics, in one query for all."""
    by_pk = {page.pk: page for page in pages}
    for page in pages:
        page.topic_titles = []
    for row in Subject.objects.filter(page__in=by_pk).select_related("topic"):
        by_pk[row.page_id].topic_titles.append(row.topic.title)
    return pages


def csl_name(contributor):
    if contributor.is_organisation:
        return {"literal": contributor.title}
    return {"family": contributor.family, "given": contributor.given}


def csl_date(known):
    return known and {"date-parts": [list(known)]}


def schema_people(contributors):
    kinds = {True: "Organization", False: "Person"}
    return [{"@type": kinds[one.is_organisation], "name": one.title} for one in contributors]


def stated(facts):
    """Facts of schema.org without those that are not known."""
    return {name: value for name, value in facts.items() if value}


def part_of(periodical):
    return stated({"@type": "Periodical", "name": periodical.title, "issn": periodical.issn})
