"""Where the project's old pages lead."""

from wagtail.contrib.redirects.models import Redirect

from pages.source_rows import page_at

from . import sheets


def load_addresses():
    """After everything else: sections that are not there are left out. A page is followed when it moves."""
    for sheet in sheets.read("addresses.toml")["address"]:
        if page := page_at(sheet["to"]):
            to = {"redirect_link": page.url + sheet["query"]} if "query" in sheet else {"redirect_page": page}
            Redirect.objects.create(old_path=Redirect.normalise_path(sheet["old"]), **to)
