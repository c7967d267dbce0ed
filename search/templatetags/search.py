from django import template
from django.urls import reverse

from search import ways
from search.labels import kind_name

register = template.Library()


@register.simple_tag(takes_context=True)
def toggled(context, facet, value):
    """The same question with one value more, or without it."""
    return ways.turned(context["request"].GET, facet, value)


@register.simple_tag(takes_context=True)
def chosen(context, query):
    return ways.chosen(context["request"].GET, query)


@register.simple_tag(takes_context=True)
def kept_in_form(context):
    return ways.kept(context["request"].GET)


@register.simple_tag
def bare_address(query):
    """The question alone."""
    return reverse("search:search", query={"q": query.text})


register.filter(kind_name)
register.simple_tag(ways.orders)


@register.simple_tag
def facets_of(results):
    return ways.facets(results.facets)
