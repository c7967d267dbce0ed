"""STUB until its engineer writes it."""

from django.http import HttpResponse


def quiz(request, **kwargs):
    return HttpResponse("stub")


def start_attempt(request, **kwargs):
    return HttpResponse("stub")


def submit_attempt(request, **kwargs):
    return HttpResponse("stub")
