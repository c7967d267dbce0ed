"""PDFs of pages: which are still to be read, and what of them can be found."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, ReferenceIndex

from .models import FileText

Document = get_document_model()
MOST_BYTES = 200 * 1024 * 1024


def unread():
    """The oldest first; those too large are never read."""
    known = FileText.objects.filter(document=OuterRef("pk"), file=OuterRef("file"))
    return Document.objects.filter(~Exists(known), file__iendswith=".pdf", file_size__lte=MOST_BYTES).order_by("pk")


def public(documents):
    """Those by number that everyone may open."""
    path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    private = CollectionViewRestriction.objects.annotate(of=path).filter(of__startswith=F("collection__path"))
    return Document.objects.filter(~Exists(private), pk__in=documents)


def inside(collection):
    """Those that were read of a collection and of all collections in it."""
    return Document.objects.filter(
        collection__path__startswith=collection.path, pk__in=FileText.objects.values("document")
    )


def texts(documents):
    """(document, number of the page from 1, its text) of what was read of them."""
    if not documents:
        return
    pages = dict(FileText.objects.filter(document__in=documents).values_list("document", "pages"))
    for document in public(pages):
        for number, text in enumerate(pages[document.pk], 1):
            yield document, number, text


def pages_with(documents):
    """The numbers of the pages that lead to them."""
    page = ContentType.objects.get_for_model(Page)
    found = [ReferenceIndex.get_references_to(document).filter(base_content_type=page) for document in documents]
    return {int(number) for rows in found for number in rows.values_list("object_id", flat=True)}
