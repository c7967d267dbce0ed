"""/media/: the files that pages show, in parts if asked (players ask). What else lies in MEDIA_ROOT is not here:
certificates and documents have doors of their own, which ask who comes."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.views.decorators.http import require_safe
from wagtailmedia.models import get_media_model
from whitenoise.media_types import MediaTypes
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import NotARegularFileError, StaticFile

from podcasts.models import EpisodePage

ORIGINALS = "original_images"  # as they came from the camera, with where and when: for editors only
FOLDERS = ("images", "media", "media_thumbnails", ORIGINALS)
PATTERN = rf"^media/(?P<folder>{'|'.join(FOLDERS)})/(?P<name>[-\w.]+)$"
SHOWN = ("image/", "audio/", "video/")
types = MediaTypes()


def is_published(path):
    """What editors chose for pages, and the sounds of episodes that everyone may hear: not those of drafts."""
    episodes = EpisodePage.objects.live().public().filter(audio=path)
    return episodes.exists() or get_media_model().objects.filter(file=path).exists()


@login_not_required
@require_safe
def media(request, folder, name):
    kind = types.get_type(name)
    if not kind.startswith(SHOWN):
        raise Http404
    published = folder != ORIGINALS and (folder != "media" or is_published(f"media/{name}"))
    if not published and not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    kept = "public, max-age=3600" if published else "private"
    headers = [("Content-Type", kind), ("Cache-Control", kept), ("Accept-Ranges", "bytes")]
    try:
        file = StaticFile(str(Path(settings.MEDIA_ROOT, folder, name)), headers)
    except NotARegularFileError as error:
        raise Http404 from error
    return WhiteNoiseMiddleware.serve(file, request)
