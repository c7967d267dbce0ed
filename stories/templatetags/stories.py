from django import template
from django.utils.translation import get_language

from pages.menu import menu
from people.wording import number
from stories.models import CampaignPage, FiguresPage

register = template.Library()
TELLING = {kind._meta.model_name for kind in (CampaignPage, FiguresPage)}


@register.simple_tag(takes_context=True)
def project_tells(context):
    """(title, address) of the public pages of the campaign and of the figures, as the menu knows them."""
    return [(title, url) for kind, title, url in menu(context["request"])["kinds"] if kind in TELLING]


@register.filter
def percent(share):
    """„115,6 %”; nothing for nothing."""
    return "" if share is None else f"{number(share, 'en' if get_language() == 'en' else 'lv')} %"
