import uuid

from django.conf import settings
from django.core.paginator import Paginator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from pages.models import ArchivePage

from .episode import EpisodePage

PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # podcast:guid is a name in this space
A_PAGE = 20


def guid_of(address):
    """By the namespace's rule: of a feed's address without its scheme and the slashes at its end."""
    return uuid.uuid5(PODCASTS, address.partition("://")[2].rstrip("/"))


class ShowPage(ArchivePage):
    """/raidieraksts/: a podcast with its episodes."""

    class Category(models.TextChoices):
        """Of the list that podcast apps share, what a show of ours may be; the words are theirs."""

        EDUCATION = "Education", _("education")
        SOCIETY = "Society & Culture", _("society and culture")
        GOVERNMENT = "Government", _("government")
        HEALTH = "Health & Fitness", _("health")

    name = models.CharField(
        _("name of the show"),
        max_length=128,
        blank=True,
        help_text=_("As podcast apps show it. The title above is the word in the menu."),
    )
    author = models.CharField(_("made by"), max_length=128, blank=True)
    email = models.EmailField(_("owner's e-mail"), blank=True, help_text=_("Apps ask here whose the podcast is."))
    category = models.CharField(_("category"), max_length=40, choices=Category, default=Category.SOCIETY)
    artwork = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("cover"),
        help_text=_("A square of at least 1400 × 1400 pixels; without it apps refuse the podcast."),
    )
    place = models.CharField(_("about the place"), max_length=128, blank=True)
    place_point = models.CharField(
        _("coordinates"), max_length=40, blank=True, help_text=_("As geo:56.9496,24.1052. Leave empty if not needed.")
    )
    license = models.CharField(
        _("licence"), max_length=128, blank=True, help_text=_("Its short name, for example CC-BY-4.0.")
    )
    license_url = models.URLField(_("text of the licence"), blank=True)
    stays = models.BooleanField(
        _("other platforms may not take it over"), default=True, help_text=_("Untick only while the podcast moves.")
    )
    moved_to = models.URLField(
        _("moved to"),
        blank=True,
        help_text=_("The new address of the feed: apps that ask here are sent there for good."),
    )
    guid = models.UUIDField(
        _("permanent id"),
        null=True,
        blank=True,
        help_text=_(
            "Given by itself and never changed. If the podcast came from elsewhere, put its old podcast:guid here."
        ),
    )

    expected = ["name", "author", "artwork", "license"]
    content_panels = [
        *ArchivePage.before_panels,
        FieldPanel("name"),
        FieldPanel("author"),
        FieldPanel("artwork"),
        *ArchivePage.after_panels,
    ]
    promote_panels = [
        *ArchivePage.promote_panels,
        MultiFieldPanel(
            [
                FieldPanel("email"),
                FieldPanel("category"),
                FieldPanel("place"),
                FieldPanel("place_point"),
                FieldPanel("license"),
                FieldPanel("license_url"),
                FieldPanel("stays"),
                FieldPanel("moved_to"),
                FieldPanel("guid"),
            ],
            heading=_("For podcast apps"),
        ),
    ]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["podcasts.EpisodePage"]
    max_count_per_parent = 1
    template = "podcasts/show_page.html"

    class Meta:
        verbose_name = _("podcast")
        verbose_name_plural = _("podcasts")

    def save(self, *args, **kwargs):
        self.guid = self.guid or self.first_guid
        return super().save(*args, **kwargs)

    @property
    def first_guid(self):
        return guid_of(settings.BASE_URL + reverse("podcasts:feed"))

    @property
    def called(self):
        return self.name or self.title

    def episodes(self):
        """The public ones, the newest first."""
        return EpisodePage.objects.child_of(self).live().public().newest_first()

    def get_context(self, request, *args, **kwargs):
        episodes = self.episodes().defer_streamfields().defer("transcript").select_related("locale")
        page = Paginator(episodes, A_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"episodes": page}

    def structured_data(self):
        facts = {
            "@type": "PodcastSeries",
            "name": self.called,
            "description": self.summary,
            "webFeed": settings.BASE_URL + reverse("podcasts:feed"),
            "inLanguage": self.locale.language_code,
            "author": {"@type": "Organization", "name": self.author} if self.author else None,
            "license": self.license_url,
        }
        return {name: fact for name, fact in facts.items() if fact}
