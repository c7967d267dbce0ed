from django.db.models import Q
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page


class EveryLanguageSitemap(Sitemap):
    """Wagtail's own tells of the site's first language only: the home pages of the others stand beside it."""

    def items(self):
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = Q()
        for path in homes.values_list("path", flat=True):
            below |= Q(path__startswith=path)
        return Page.objects.filter(below).live().public().order_by("path").defer_streamfields().specific()
