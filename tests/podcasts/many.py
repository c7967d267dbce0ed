"""Episodes by the thousand, written without Wagtail's care for each."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from podcasts.models import EpisodePage


def add_many(show, number, **fields):
    kind, now = ContentType.objects.get_for_model(EpisodePage), timezone.now()
    below = [
        Page(
            title=f"Epizode {place}", draft_title="", slug=f"epizode-{place}", path=Page._get_path(show.path, show.depth + 1, place),
            depth=show.depth + 1, url_path=f"{show.url_path}epizode-{place}/", content_type=kind, locale=show.locale,
            live=True, last_published_at=now,
        )
        for place in range(1, number + 1)
    ]  # fmt: skip
    for place, page in enumerate(Page.objects.bulk_create(below), 1):
        episode = EpisodePage(
            page_ptr=page, number=place, audio="media/a.mp3", media_type="audio/mpeg", suffix="mp3",
            duration=40, size=120_000, **fields,
        )  # fmt: skip
        episode.save_base(raw=True)
    show.numchild = number
    show.save(update_fields=["numchild"])
