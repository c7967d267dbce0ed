"""What podcast apps and readers take along of an episode: its transcript and its chapters."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from . import transcripts
from .models import Chapter, EpisodePage

ANY_PLAYER = {"Access-Control-Allow-Origin": "*"}  # players in browsers read them from their own pages
VERSION = "1.2.0"


def public_episode(number):
    """By its id: unlike pk of a page of a kind, that knows which numbers no column can hold."""
    return get_object_or_404(EpisodePage.objects.live().public(), id=number)


@login_not_required
@require_safe
def transcript(request, pk, form):
    episode = public_episode(pk)
    if form not in transcripts.WRITERS or not episode.cues:
        raise Http404
    media_type, write = transcripts.WRITERS[form]
    return HttpResponse(write(episode.cues), f"{media_type}; charset=utf-8", headers=ANY_PLAYER)


@login_not_required
@require_safe
def chapters(request, pk):
    episode = public_episode(pk)
    rows = [{"startTime": row.start, "title": row.title} for row in episode.chapters.order_by("start")]
    if not rows:
        raise Http404
    facts = {"version": VERSION, "title": episode.title, "chapters": rows}
    return JsonResponse(
        facts, content_type=Chapter.MEDIA_TYPE, headers=ANY_PLAYER, json_dumps_params={"ensure_ascii": False}
    )
