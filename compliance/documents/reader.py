"""Reads a file by its kind. Slow, and only as safe as its libraries: called in a process of its own (`__main__.py`)."""

from dataclasses import replace

from . import pdf, pictures, signers
from .containers import Container
from .kinds import Kind, kind_of
from .personal_codes import masked
from .reading import Reading


def read(data: bytes) -> Reading:
    kind = kind_of(data)
    if kind == Kind.PDF:
        return _of_pdf(data)
    return _of_container(data) if kind == Kind.CONTAINER else _of_picture(data, kind)


def _of_picture(data, kind):
    picture = pictures.upright(data)
    return Reading(kind, pages=1, previews=(pictures.shown(picture),), redrawn=pictures.kept(picture))


def _of_pdf(data):
    document = pdf.opened(data)
    return Reading(
        Kind.PDF,
        pages=len(document),
        text=_storable(masked(pdf.text_of(document))),
        previews=tuple(pdf.page_pictures(document)),
        redrawn=pdf.kept(document, data),
    )


def _of_container(data):
    """One document with its signers; the container itself is kept, as the signatures are over its bytes."""
    container = Container(data)
    names = tuple(map(_storable, signers.names_in(container.signatures)))
    inside = container.shown
    shown = read(inside) if inside else Reading(Kind.CONTAINER)
    return replace(shown, kind=Kind.CONTAINER, signers=names, redrawn=None)


def _storable(text):
    """Databases take neither NUL nor half of a surrogate pair."""
    return text.replace("\0", "").encode(errors="ignore").decode()
