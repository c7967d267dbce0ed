from django import template

from podcasts import clock

register = template.Library()
register.filter("clock_time", clock.shown)
register.filter("duration", clock.iso)
