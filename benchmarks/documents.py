"""python -m benchmarks.documents: how long files are read, apart and within limits, and what that costs the machine."""

import resource
from io import BytesIO
from statistics import median

import pillow_heif
import typst
from PIL import Image

from compliance.documents import apart
from compliance.documents.refusals import Refused

ROUNDS = 3


def photograph(form, width, height):
    out = BytesIO()
    Image.effect_noise((width // 8, height // 8), 40).resize((width, height)).convert("RGB").save(out, form)
    return out.getvalue()


def pages(count):
    page = "#align(center)[= Apliecība] Biedrība „Parauga mācību centrs” #lorem(300) #pagebreak(weak: true)\n"
    return typst.compile((page * count).encode())


def read(data):
    try:
        reading = apart.read(data)
    except Refused as refused:
        return f"refused: {refused.reason}"
    return f"{reading.pages} pages, previews of {sum(map(len, reading.previews)) / 1000:.0f} kB"


def used():
    """CPU seconds of all readers so far."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main():
    pillow_heif.register_heif_opener()
    files = {
        "PDF, 1 page": pages(1),
        "PDF, 10 pages": pages(10),
        "JPEG, 12 megapixels": photograph("JPEG", 4000, 3000),
        "JPEG, 48 megapixels": photograph("JPEG", 8000, 6000),
        "HEIC, 12 megapixels": photograph("HEIF", 4000, 3000),
        "not a document": b"<html>",
    }
    print("CPU, s                              median     min     max")
    for name, data in files.items():
        seconds = []
        for _round in range(ROUNDS):
            before = used()
            told = read(data)
            seconds.append(used() - before)
        times = " ".join(f"{one:7.2f}" for one in (median(seconds), min(seconds), max(seconds)))
        print(f"{name:22} {len(data) / 1000:8.0f} kB {times}  {told}")
    print(f"most memory of a reader: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main()
