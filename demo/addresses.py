"""Where the project's old pages lead."""

from wagtail.contrib.redirects.models import Redirect

from pages.source_rows import page_at

from . import sheets


def load_addresses():
    """After everything else: sections that are not there are left out."""
    for sheet in sheets.read("addresses.toml")["address"]:
        if page := page_at(sheet["to"]):
            Redirect.objects.create(
                old_path=Redirect.normalise_path(sheet["old"]),
                redirect_page=page,
                redirect_page_route_path=f"/{sheet['query']}" if "query" in sheet else "",
            )
