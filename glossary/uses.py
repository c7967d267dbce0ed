"""Which live page holds which term: worked out when either of them is published, never while somebody reads."""

from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from pages import latvian

from .edition import current_terms, terms_of
from .models import PageWords, TermPage, TermUse

BETWEEN = "  "  # two texts of a page: no term goes on from one to the other


def remember(*pages):
    """The words of pages that went live, and the terms among them."""
    words = [PageWords(page_id=page.pk, stems=stems(page)) for page in pages]
    PageWords.objects.bulk_create(words, update_conflicts=True, unique_fields=["page"], update_fields=["stems"])
    TermUse.objects.filter(page__in=[page.pk for page in pages]).delete()
    terms = current_terms()
    TermUse.objects.bulk_create(
        TermUse(term_id=term, page_id=page.pk) for page in pages for term in sorted(held(terms, page) - {page.pk})
    )


def stems(page):
    told = BETWEEN.join(" ".join(latvian.keys(text)) for text in texts(page))
    return f" {told} "


def forget(page):
    PageWords.objects.filter(page_id=page.pk).delete()
    TermUse.objects.filter(page_id=page.pk).delete()


def find_pages(term):
    """The live pages that hold a term which went live."""
    TermUse.objects.filter(term_id=term.pk).delete()
    terms = terms_of(term)
    pages = Page.objects.filter(pk__in=with_stems(terms.of(term.pk))).exclude(pk=term.pk).specific()
    TermUse.objects.bulk_create(TermUse(term_id=term.pk, page_id=page.pk) for page in pages if held(terms, page))


def with_stems(names):
    """The pages whose words might be one of the names; a name with marks of its own is looked at once more."""
    asked = [PageWords.objects.filter(stems__contains=f" {' '.join(name.stems)} ") for name in names]
    return {page for rows in asked for page in rows.values_list("page", flat=True)}


def held(terms, page):
    return {term for text in texts(page) for term in terms.held(text)}


def texts(page):
    """What a reader may find marked: rich texts and texts of blocks; of an entry its definition and notes."""
    if isinstance(page, TermPage):
        return [page.definition, page.notes]
    fields = [field for field in page._meta.get_fields() if isinstance(field, (StreamField, RichTextField))]
    return [str(text) for field in fields for text in field.get_searchable_content(field.value_from_object(page))]
