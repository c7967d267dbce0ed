"""An issue as an EPUB: its articles that have a text, in the order of its contents."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.html import escape, format_html
from lxml import etree, html
from mkepub import Book

READ = {"h2", "h3", "p", "ul", "ol", "li", "b", "i", "strong", "em", "a", "blockquote", "br", "hr", "footer", "div"}
LEFT_OUT = {"figure", "audio", "video", "img", "svg", "script", "style", "iframe", "form"}
NOT_A_TAG = "span"
STYLE = "body { line-height: 1.5 } h1 { line-height: 1.2 }"


def epub(issue) -> bytes:
    articles = issue.readable_articles()
    book = Book(
        escape(issue.title),
        authors=[one.title for one in issue.editors],
        description=issue.lead,
        rights=issue.publisher,
        lang=issue.locale.language_code,
        published=issue.published or str(issue.year),
    )
    book.set_stylesheet(STYLE)
    for article in articles:
        book.add_page(escape(article.title), page(article))
    return saved(book)


def page(article):
    """Title, authors, abstract and text as well-formed XHTML, in the article's language."""
    language = article.locale.language_code
    names = ", ".join(one.title for one in article.authors)
    head = format_html("<h1>{}</h1><p>{}</p><p>{}</p>", article.title, names, article.abstract)
    text = "".join(block.render() for block in article.body)
    return (
        f'<div lang="{language}" xml:lang="{language}">{well_formed(head)}{well_formed(text, article.full_url)}</div>'
    )


def well_formed(markup, address=""):
    """Only what a reading device shows: no media, no scripts, no attributes but addresses."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    if address:
        tree.make_links_absolute(address)
    etree.strip_elements(tree, *LEFT_OUT, with_tail=False)
    for element in tree.iter(etree.Element):
        if element.tag not in READ | {"h1"}:
            element.tag = NOT_A_TAG
        kept = {"href": element.get("href")} if element.tag == "a" and element.get("href") else {}
        element.attrib.clear()
        element.attrib.update(kept)
    etree.strip_tags(tree, etree.Comment)
    return etree.tostring(tree, encoding="unicode", method="xml")


def saved(book):
    """mkepub would leave its folder to the garbage collector."""
    with book.tempdir, TemporaryDirectory() as folder:
        file = Path(folder) / "issue.epub"
        book.save(file)
        return file.read_bytes()
