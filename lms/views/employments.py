"""STUB until its engineer writes it."""

from django.http import HttpResponse


def employments(request, **kwargs):
    return HttpResponse("stub")


def request_employer(request, **kwargs):
    return HttpResponse("stub")


def end_employment(request, **kwargs):
    return HttpResponse("stub")


def accept_invitation(request, **kwargs):
    return HttpResponse("stub")


def decline_invitation(request, **kwargs):
    return HttpResponse("stub")
