"""STUB until its engineer writes it."""

from django.http import HttpResponse


def resume(request, **kwargs):
    return HttpResponse("stub")


def start(request, **kwargs):
    return HttpResponse("stub")


def enrol(request, **kwargs):
    return HttpResponse("stub")


def leave(request, **kwargs):
    return HttpResponse("stub")


def finish(request, **kwargs):
    return HttpResponse("stub")


def lesson(request, **kwargs):
    return HttpResponse("stub")


def complete(request, **kwargs):
    return HttpResponse("stub")
