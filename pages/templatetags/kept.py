"""Parts that are the same on every page of a language."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def include_kept(name, **told):
    """Include a template that looks at the language and what it is told here; a process renders it once for each."""
    return rendered(name, get_language(), **told)


@lru_cache
def rendered(name, _language, **told):
    return render_to_string(name, told)
