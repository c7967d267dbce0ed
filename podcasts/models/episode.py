from functools import cached_property

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, PageManager

from pages.above import above, parent_path
from pages.models import ArchivePage, BasePageQuerySet
from people import wording

from .. import clock, transcripts
from ..editing import EpisodeForm
from ..moments import MomentField


def stored_as(episode, name):
    """Where config/media.py serves it, called by its address and by what is in it."""
    return f"media/{episode.slug or 'epizode'}.{episode.suffix}"


class EpisodeQuerySet(BasePageQuerySet):
    def newest_first(self):
        """By day where it is known, else by season and number."""
        order = [F(name).desc(nulls_last=True) for name in ("published_on", "season", "number")]
        return self.order_by(*order, "-pk")

    def heard(self):
        """With a sound to listen to."""
        return self.exclude(audio="")


class EpisodePage(ArchivePage):
    """An episode: its sound, what was said, and when. The sound's length and size are read from the file."""

    class Kind(models.TextChoices):
        FULL = "full", _("episode")
        TRAILER = "trailer", _("trailer")
        BONUS = "bonus", _("bonus")

    audio = models.FileField(
        _("sound"), upload_to=stored_as, blank=True, max_length=300, help_text=_("MP3 or M4A, up to 100 MB.")
    )
    media_type = models.CharField(max_length=40, blank=True, editable=False)
    suffix = models.CharField(max_length=8, blank=True, editable=False)
    duration = models.PositiveIntegerField(_("length in seconds"), default=0, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    is_sample = models.BooleanField(
        _("the sound is a sample"),
        default=False,
        help_text=_("Not the episode itself: the page says so, and directories of podcasts do not list it."),
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.FULL)
    season = models.PositiveSmallIntegerField(_("season"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("The day it first came out. Leave empty if not known.")
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_("Can be pasted as WebVTT, SRT or JSON; it is kept as WebVTT and can be mended here."),
    )

    objects = PageManager.from_queryset(EpisodeQuerySet)()
    base_form_class = EpisodeForm
    expected = ["audio", "summary", "published_on", "transcript", "contributions"]

    content_panels = [
        *ArchivePage.content_panels,
        FieldPanel("audio"),
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("season"), FieldPanel("number"), FieldPanel("published_on")]),
        MultiFieldPanel([FieldPanel("transcript_file"), FieldPanel("transcript")], heading=_("Transcript")),
        InlinePanel("chapters", heading=_("Chapters"), label=_("chapter")),
        *ArchivePage.after_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("is_sample"), FieldPanel("english_title")],
            heading=_("More"),
            classname="collapsed",
        ),
        InlinePanel("soundbites", heading=_("Excerpts"), label=_("excerpt"), classname="collapsed"),
    ]
    parent_page_types = ["podcasts.ShowPage"]
    subpage_types = []
    template = "podcasts/episode_page.html"

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    def take(self, facts):
        """What a Sound tells of the file."""
        self.media_type, self.suffix = facts.media_type, facts.suffix
        self.duration, self.size = facts.seconds, facts.size

    @property
    def when(self):
        if self.published_on:
            return wording.full_date(self.published_on, "en" if get_language() == "en" else "lv")
        return gettext("episode %(number)s") % {"number": self.number} if self.number else ""

    @property
    def dated(self):
        """Those without a day come after the others, by their number."""
        return str(self.published_on or f"{self.number or 0:05}")

    @property
    def key(self):
        """What a browser remembers its place by, in any language of the page."""
        return str(self.translation_key)

    @cached_property
    def cues(self):
        """What was said; nothing if someone wrote into the database what cannot be read."""
        try:
            return transcripts.read(self.transcript) if self.transcript else []
        except transcripts.Unreadable:
            return []

    def transcript_addresses(self):
        """(form, media type, address) of each form it can be taken in."""
        forms = transcripts.WRITERS.items() if self.pk and self.transcript else ()
        return [
            (form, media_type, reverse("podcasts:transcript", kwargs={"pk": self.pk, "form": form}))
            for form, (media_type, _write) in forms
        ]

    def get_context(self, request, *args, **kwargs):
        """`moment`: where the address asks to begin; browsers do so without scripts too."""
        moment = clock.read(request.GET.get("t", ""))
        return super().get_context(request, *args, **kwargs) | {
            "moment": moment if moment and moment < self.duration else None
        }

    def structured_data(self):
        show = above([self], "showpage")[parent_path(self)].showpage
        facts = {
            "@type": "PodcastEpisode",
            "description": self.summary,
            "episodeNumber": self.number,
            "datePublished": self.published_on and self.published_on.isoformat(),
            "inLanguage": self.locale.language_code,
            "partOfSeries": {"@type": "PodcastSeries", "name": show.called, "url": show.full_url},
            "associatedMedia": self.media_facts(),
        }
        return {name: fact for name, fact in facts.items() if fact}

    def media_facts(self):
        """Of a sample nothing: it is not the episode."""
        if not self.audio or self.is_sample:
            return None
        return {
            "@type": "AudioObject",
            "contentUrl": self.get_site().root_url + self.audio.url,
            "encodingFormat": self.media_type,
            "duration": clock.iso(self.duration),
        }


class Chapter(Orderable):
    """A part of an episode, from a moment on."""

    MEDIA_TYPE = "application/json+chapters"

    episode = ParentalKey(EpisodePage, on_delete=models.CASCADE, related_name="chapters")
    start = MomentField(_("from"), help_text=_("Minutes and seconds, for example 12:34."))
    title = models.CharField(_("title"), max_length=128)

    panels = [FieldPanel("start"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("chapter")
        verbose_name_plural = _("chapters")

    def __str__(self):
        return f"{clock.shown(self.start)} {self.title}"


class Soundbite(Orderable):
    """A minute that makes one want to hear the rest; apps play it as a taste."""

    episode = ParentalKey(EpisodePage, on_delete=models.CASCADE, related_name="soundbites")
    start = MomentField(_("from"), help_text=_("Minutes and seconds, for example 12:34."))
    seconds = models.PositiveSmallIntegerField(_("seconds"), default=60, help_text=_("Best 15 to 120."))
    title = models.CharField(_("title"), max_length=128, blank=True)

    panels = [FieldPanel("start"), FieldPanel("seconds"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("excerpt")
        verbose_name_plural = _("excerpts")

    def __str__(self):
        return self.title or clock.shown(self.start)

    def clean(self):
        super().clean()
        if self.seconds == 0:
            raise ValidationError({"seconds": _("An excerpt lasts one second at least.")})
