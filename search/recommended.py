"""Editors' picks, listed without how often they were seen: the portal does not count that (docs/decisions/0051)."""

from wagtail.contrib.search_promotions.views.settings import IndexView


class PicksView(IndexView):
    columns = [column for column in IndexView.columns if column.name != "views"]
