"""Photographs and scans, drawn anew: upright, of bounded size, without place, time and camera."""

from io import BytesIO

import pillow_heif
from PIL import Image, ImageOps

from .refusals import Reason, Refused

MOST_PIXELS = 64_000_000
KEPT_SIDE = 4096  # of the longer side; A4 at 300 dots an inch has 3508
SHOWN_SIDE = 1600
FORMATS = ("JPEG", "PNG", "HEIF")

pillow_heif.register_heif_opener()


def upright(data: bytes) -> Image.Image:
    """The picture as it is meant to be seen, at most KEPT_SIDE long, as bare pixels."""
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Refused(Reason.TOO_MANY_PIXELS)
            picture.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
            picture.thumbnail((KEPT_SIDE, KEPT_SIDE))
            return _bare(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused(Reason.TOO_MANY_PIXELS) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused(Reason.BROKEN) from error


def shown(picture: Image.Image) -> bytes:
    """A preview for screens."""
    small = picture.copy()
    small.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    return _written(small, "WEBP", quality=80, method=2)


def kept(picture: Image.Image) -> bytes:
    """What stays in place of the upload."""
    return _written(picture, "JPEG", quality=90)


def _bare(picture):
    """Pixels on white paper, and nothing else that the file carried."""
    seen = picture.convert("RGBA")
    paper = Image.new("RGB", seen.size, "white")
    paper.paste(seen, mask=seen.getchannel("A"))
    return paper


def _written(picture, form, **options):
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()
