"""STUB until its engineer writes it."""

from django.http import HttpResponse


def home(request, **kwargs):
    return HttpResponse("stub")


def year(request, **kwargs):
    return HttpResponse("stub")
