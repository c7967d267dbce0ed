"""Answering an employer that the list lacked."""

from django.db import transaction

from compliance.actions.invitations import settle_request
from people.models import Employer, EmployerRequest, Employment, Municipality, User


@transaction.atomic
def settle_with_new_employer(
    request: EmployerRequest, *, name: str, kind: str, municipality: Municipality, by: User, at=None
) -> Employment:
    """Add the employer that the list lacked and let the person's claim wait there."""
    employer = Employer.objects.create(name=name, kind=kind, municipality=municipality)
    return settle_request(request, employer=employer, by=by, at=at)
