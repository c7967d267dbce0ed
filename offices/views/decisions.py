"""STUB until its engineer writes it."""

from django.http import HttpResponse


def invite(request, **kwargs):
    return HttpResponse("stub")


def unmanaged(request, **kwargs):
    return HttpResponse("stub")


def confirm(request, **kwargs):
    return HttpResponse("stub")


def correct(request, **kwargs):
    return HttpResponse("stub")


def reject(request, **kwargs):
    return HttpResponse("stub")


def end(request, **kwargs):
    return HttpResponse("stub")
