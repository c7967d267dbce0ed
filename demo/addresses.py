"""Where the project's old pages lead."""

from wagtail.contrib.redirects.models import Redirect

from pages.source_rows import page_at

from . import sheets


def load_addresses():
    """After everything else: sections that are not there are left out."""
    for sheet in sheets.read("addresses.toml")["address"]:
        if page := page_at(sheet["to"]):
            query = sheet.get("query", "")
            Redirect.add_redirect(sheet["old"], page, page_route_path=f"/{query}" if query else "")
