"""The picture that a shared link shows: the page's kind and title on paper, drawn when first asked for and kept."""

import hashlib
import json

import typst
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

FONTS = settings.BASE_DIR / "templates/pdf/fonts"
TEMPLATE = settings.BASE_DIR / "templates/pdf/share.typ"
MARK = settings.BASE_DIR / "static/img/mark.svg"
SIZES = ((40, 84), (90, 68), (160, 54))  # titles of up to so many signs in such a size
SMALLEST = 44


def shown(page):
    """What is drawn."""
    language = page.locale.language_code
    with override(language):
        kind = page.kind_name
    return {"kind": kind[:1].upper() + kind[1:], "title": page.title, "size": size(page.title), "language": language}


def size(title):
    return next((points for length, points in SIZES if len(title) <= length), SMALLEST)


def version(page):
    """Changes when what is drawn does."""
    return hashlib.sha256(json.dumps(shown(page)).encode()).hexdigest()[:12]


def name(page):
    return f"shared/{page.pk}-{version(page)}.png"


def picture(page) -> bytes:
    """PNG; from the storage if it has been drawn before."""
    if not default_storage.exists(name(page)):
        default_storage.save(name(page), ContentFile(draw(page)))
    with default_storage.open(name(page)) as kept:
        return kept.read()


def draw(page) -> bytes:
    told = shown(page) | {"mark": MARK.read_text("utf-8")}
    return typst.compile(
        TEMPLATE,
        format="png",
        ppi=72,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"shown": json.dumps(told)},
    )
