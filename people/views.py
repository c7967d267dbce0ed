"""STUB until its engineer writes it."""

from django.http import HttpResponse


def profile(request, **kwargs):
    return HttpResponse("stub")
