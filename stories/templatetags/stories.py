from django import template
from django.utils.translation import get_language
from wagtail.models import Page

from pages.models import for_everyone
from people.wording import number
from stories.models import CampaignPage, FiguresPage

register = template.Library()


@register.simple_tag
def project_tells():
    """The public pages of the campaign and of the figures."""
    told = Page.objects.type(CampaignPage, FiguresPage).live().filter(for_everyone())
    return told.filter(locale__language_code=get_language()).order_by("path")


@register.filter
def percent(share):
    """„115,6 %”; nothing for nothing."""
    return "" if share is None else f"{number(share, 'en' if get_language() == 'en' else 'lv')} %"
