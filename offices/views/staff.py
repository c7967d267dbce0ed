"""STUB until its engineer writes it."""

from django.http import HttpResponse


def staff(request, **kwargs):
    return HttpResponse("stub")


def staff_csv(request, **kwargs):
    return HttpResponse("stub")


def staff_xlsx(request, **kwargs):
    return HttpResponse("stub")


def person(request, **kwargs):
    return HttpResponse("stub")
