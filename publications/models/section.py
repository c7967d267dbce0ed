from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from pages.models import SectionPage

from .book import BookPage
from .periodical import PeriodicalPage


class PublicationIndexPage(SectionPage):
    """/izdevumi/: the periodical and the books."""

    subpage_types = ["publications.PeriodicalPage", "publications.BookPage"]
    template = "publications/publication_index_page.html"

    class Meta:
        verbose_name = _("publications section")
        verbose_name_plural = _("publications sections")

    @cached_property
    def periodicals(self):
        return list(PeriodicalPage.objects.child_of(self).live().public())

    @cached_property
    def books(self):
        return list(BookPage.objects.child_of(self).live().public().order_by("path"))
