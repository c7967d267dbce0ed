"""People in the words of the podcast taxonomy (podcasttaxonomy.com)."""

from pages.models import Contribution

Role = Contribution.Role
HOST, GUEST = ("cast", "host"), ("cast", "guest")
TAXONOMY = {
    Role.HOST: HOST,
    Role.MODERATOR: HOST,
    Role.INTERVIEWER: ("cast", "reporter"),
    Role.GUEST: GUEST,
    Role.SPEAKER: GUEST,
    Role.AUTHOR: ("writing", "author"),
    Role.EDITOR: ("writing", "editor"),
    Role.SCIENTIFIC_EDITOR: ("writing", "editor"),
}


def persons(page, absolute):
    """The elements podcast:person of a page; those with a public page are linked."""
    return [("podcast:person", row.contributor.title, attributes(row, absolute)) for row in page.contributions.all()]


def attributes(row, absolute):
    group, role = TAXONOMY[row.role]
    address = absolute(row.contributor.url) if row.contributor.live else ""
    return {"group": group, "role": role, "href": address}
