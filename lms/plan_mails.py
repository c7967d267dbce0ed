"""That a development plan waits for the other side, as Notices in the transaction of the first agreement."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import translation

from compliance.riga import legal_date
from people import background
from people.models import Appointment, Notice, User
from people.models.employer import running_on

from .models import DevelopmentPlan


def tell_other_side(plans: Iterable[DevelopmentPlan], *, at):
    """The person when the manager has agreed first, else everyone who manages the employer."""
    notices = [_notice(plan, reader, at=at) for plan in plans for reader in _readers(plan, at)]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    if notices:
        background.start("people.tasks.send_notices")


def _readers(plan, at) -> list[User]:
    if plan.manager_agreed_at:
        return [plan.person]
    employers = Q(employer=plan.employer_id) | Q(employer=plan.employer.parent_id)
    appointments = Appointment.objects.filter(employers, running_on(legal_date(at)))
    return list(User.objects.filter(is_active=True, pk__in=appointments.values("manager")).exclude(pk=plan.person_id))


def _notice(plan, reader, *, at):
    return Notice(
        key=f"plan_proposed:{plan.pk}:{plan.changes}:{reader.pk}",
        kind="plan_proposed",
        person=reader,
        context={
            "name": str(plan.person),
            "year": plan.year,
            "own": reader == plan.person,
            "link": _link(plan, reader),
        },
        created_at=at,
    )


def _link(plan, reader):
    own = reader == plan.person
    with translation.override(settings.LANGUAGE_CODE):
        place = reverse("lms:development_plan") if own else reverse("offices:development_plan", args=[plan.person_id])
        return f"{settings.BASE_URL}{place}?employer={plan.employer_id}&year={plan.year}"
