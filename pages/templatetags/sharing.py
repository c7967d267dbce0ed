"""What a page tells those who share it."""

from django import template
from django.urls import reverse

from pages import share_picture

register = template.Library()


@register.simple_tag(takes_context=True)
def share_picture_url(context, page):
    address = reverse("pages:picture", args=[page.pk, share_picture.version(page)])
    return context["request"].build_absolute_uri(address)


@register.simple_tag(takes_context=True)
def short_url(context, page):
    return context["request"].build_absolute_uri(reverse("pages:short", args=[page.pk]))
