"""The podcast: the five episodes whose titles are known, each with a sample in place of its recording."""

from django.core.files.base import File
from django.core.files.storage import default_storage

from podcasts import sound, transcripts
from podcasts.models import Chapter, EpisodePage, ShowPage

from . import archive, samples, sheets

SOUNDS = sheets.FOLDER / "podcast"
STORED = "media/raidieraksta-paraugs-{number}.mp3"


def load_podcast():
    content = sheets.read("podcast.toml")
    show = publish_show(content["show"])
    for sheet in content["episode"]:
        page = episode_page(content["every"] | sheet)
        archive.on_topics(page, sheet.get("topics", []))
        archive.add_page(show, page)


def publish_show(sheet):
    show = ShowPage.objects.get(slug="raidieraksts")
    for name in ("name", "summary", "author", "email"):
        setattr(show, name, sheet[name])
    show.sources, show.to_find_out = "\n".join(sheet["sources"]), "\n".join(sheet["missing"])
    show.save_revision().publish()
    return show


def episode_page(sheet):
    number, title = sheet["number"], sheet["title"]
    page = EpisodePage(
        number=number,
        title=title,
        slug=archive.slug(title),
        transcript=transcripts.webvtt.write([transcripts.Cue(*line) for line in samples.lines(number, title)]),
        is_sample=True,
        audio=STORED.format(number=number),
        sources="\n".join(sheet["sources"]),
        to_find_out="\n".join(sheet["missing"]),
        translation_key=sheets.key("episode", number),
    )
    with sample(number).open("rb") as file:
        page.take(sound.measured(file))
    page.chapters = [Chapter(start=start, title=name) for start, name in samples.CHAPTERS]
    return page


def sample(number):
    return SOUNDS / f"{number}.mp3"


def store_sounds():
    """The files of the samples, wherever files lie; those that are there stay."""
    for number in range(1, len(samples.BASES) + 1):
        name = STORED.format(number=number)
        if not default_storage.exists(name):
            with sample(number).open("rb") as file:
                default_storage.save(name, File(file))
