from django import template
from django.utils.translation import get_language

from people.wording import number
from stories.models import CampaignPage, FiguresPage

register = template.Library()


@register.simple_tag
def project_tells():
    """The public pages of the campaign and of the figures."""
    kinds = (CampaignPage, FiguresPage)
    return [page for kind in kinds for page in kind.objects.live().public().filter(locale__language_code="lv")]


@register.filter
def percent(share):
    """„115,6 %”; nothing for nothing."""
    return "" if share is None else f"{number(share, 'en' if get_language() == 'en' else 'lv')} %"
