import uuid

from django.db import transaction
from django.utils.text import slugify

from .exchange.concept import plain
from .models import Edition, TermLink, TermName, TermPage


def change_edition():
    """What was made of the former edition, in any process, is made anew from now on."""
    row = Edition.objects.values_list("pk", flat=True).first()
    Edition.objects.update_or_create(pk=row, defaults={"key": uuid.uuid4()})


@transaction.atomic
def add_drafts(concepts, *, section, by):
    """Entries that an editor still has to look at and publish; what they name of the dictionary is linked."""
    drafts = {concept: add_draft(concept, section) for concept in concepts}
    known = {plain(title): pk for title, pk in TermPage.objects.values_list("title", "pk")}
    keys = known | {concept.key: page.pk for concept, page in drafts.items()}
    keys |= {plain(concept.title): page.pk for concept, page in drafts.items()}
    for concept, page in drafts.items():
        page.links = list(links(concept, page, keys))
        page.save_revision(user=by)
    return list(drafts.values())


def add_draft(concept, section):
    page = TermPage(
        title=concept.title,
        slug=odd_slug(concept.title),
        status=concept.status,
        definition=concept.definition,
        definition_source=concept.source,
        notes=concept.notes,
        live=False,
    )
    page.names = [TermName(language=language, kind=kind, text=text) for language, kind, text in concept.names]
    return section.add_child(instance=page)


def odd_slug(title):
    """For a title that makes none, or one that would be a number; of others Wagtail makes one."""
    made = slugify(title)
    return "" if made and not made.isdigit() else f"termins-{uuid.uuid4().hex[:8]}"


def links(concept, page, keys):
    """To what is in the dictionary by now; a broader term is not a related one besides."""
    linked = {page.pk}
    for kind, named in ((TermLink.Kind.BROADER, concept.broader), (TermLink.Kind.RELATED, concept.related)):
        for other in named:
            number = keys.get(other) or keys.get(plain(other))
            if number and number not in linked:
                linked.add(number)
                yield TermLink(kind=kind, other_id=number)
