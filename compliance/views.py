"""STUB until its engineer writes it."""

from django.http import HttpResponse


def check(request, **kwargs):
    return HttpResponse("stub")


def verify(request, **kwargs):
    return HttpResponse("stub")


def certificate(request, **kwargs):
    return HttpResponse("stub")
