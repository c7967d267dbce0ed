from django import template
from wagtail.models import Site

register = template.Library()


@register.simple_tag(takes_context=True)
def sections(context):
    """The live pages of the menu, in the visitor's language: title, url, whether the visitor is inside."""
    request = context["request"]
    site = Site.find_for_request(request)
    if site is None:
        return []
    home = site.root_page.localized
    return [
        {"title": page.title, "url": (url := page.get_url(request)), "current": request.path.startswith(url)}
        for page in home.get_children().live().in_menu()
    ]
