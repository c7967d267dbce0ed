"""What machines read of a page: schema.org."""

from django import template
from django.utils.html import json_script
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def structured(context, page):
    """The page's schema.org facts as a block of data that is never run; nothing for kinds without facts."""
    facts = page.structured_data()
    if not facts:
        return ""
    stated = {"@context": "https://schema.org", "name": page.title, "url": page.full_url, **facts}
    # json_script escapes what could end the element; only its type is another one.
    block = str(json_script(stated)).replace("application/json", "application/ld+json", 1)
    return mark_safe(block)  # noqa: S308 - escaped by json_script
