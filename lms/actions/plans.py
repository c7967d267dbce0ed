"""What changes a development plan. Each action locks the plan, so that nobody agrees to what they have not read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from compliance import canonical
from people.models import Employer, User

from .. import plan_mails, themes
from ..models import DevelopmentPlan, PlanItem
from ..planning import Offer

MOST_ITEMS = 60
COPIED = ("theme", "activity", "course_key", "hours", "until")


@dataclass(frozen=True)
class Proposal:
    """The courses that a manager plans for one of the staff."""

    person: User
    employer: Employer
    offers: Sequence[Offer]


@transaction.atomic
def begin_plan(*, person, employer, year, by, at=None) -> DevelopmentPlan:
    """The open plan of the year, else a new version that begins with what the agreed one says."""
    plan, _made = _begin(person, employer, year, by=by, at=at or timezone.now())
    return plan


@transaction.atomic
def keep_item(plan, *, item=None, **said) -> PlanItem:
    """Add an item, or write it anew; both sides agree once more."""
    plan = _open(plan)
    if item is None and plan.items.count() >= MOST_ITEMS:
        raise ValidationError(_("A plan holds up to 60 items."))
    kept = _item_of(plan, item.pk) if item else PlanItem(plan=plan)
    for name in COPIED:
        setattr(kept, name, said[name])
    if kept.course_key and plan.items.filter(course_key=kept.course_key).exclude(pk=kept.pk).exists():
        raise ValidationError({"course": _("This course is in the plan already.")})
    kept.save()
    _change(plan)
    return kept


@transaction.atomic
def remove_item(plan, *, key) -> DevelopmentPlan:
    plan = _open(plan)
    _item_of(plan, key).delete()
    return _change(plan)


@transaction.atomic
def agree(plan, *, by, changes, at=None) -> DevelopmentPlan:
    """The person's or, by anyone else, the manager's agreement to what they have read; the second freezes the plan."""
    at = at or timezone.now()
    plan = _open(plan)
    if plan.changes != changes:
        raise ValidationError(_("The plan has been changed meanwhile. Read it once more."))
    if not plan.items.exists():
        raise ValidationError(_("There is nothing in the plan yet."))
    _sign(plan, by, at)
    if plan.person_agreed_at and plan.manager_agreed_at:
        plan.agreed_at, plan.text = at, _frozen(plan)
    else:
        plan_mails.tell_other_side([plan], at=at)
    plan.save()
    return plan


@transaction.atomic
def propose_courses(proposals: Iterable[Proposal], *, year, by, at=None) -> list[DevelopmentPlan]:
    """Put courses into the plans of the staff: those that changed. A plan begun here has the manager's agreement."""
    at = at or timezone.now()
    proposals = list(proposals)
    known = themes.of_courses({offer.key for one in proposals for offer in one.offers})
    planned = _planned(proposals, year)
    changed = []
    for one in proposals:
        missing = [offer for offer in one.offers if offer.key not in planned.get((one.person.pk, one.employer.pk), ())]
        plan = missing and _propose(one, missing, known, year=year, by=by, at=at)
        changed += [plan] if plan else []
    plan_mails.tell_other_side([plan for plan in changed if plan.state == plan.State.PROPOSED], at=at)
    return changed


def _planned(proposals, year) -> dict[tuple[int, int], set[str]]:
    """The courses in the newest version of each plan."""
    plans = DevelopmentPlan.objects.filter(
        year=year,
        person__in=[one.person for one in proposals],
        employer__in=[one.employer for one in proposals],
    )
    found = {}
    for plan in plans.order_by("version").prefetch_related("items"):
        found[plan.person_id, plan.employer_id] = {str(item.course_key) for item in plan.items.all()}
    return found


def _propose(proposal, offers, known, *, year, by, at):
    plan, made = _begin(proposal.person, proposal.employer, year, by=by, at=at)
    plan = _open(plan)
    there = {str(item.course_key) for item in plan.items.all()}
    rows = [_course_item(plan, offer, known.get(offer.key)) for offer in offers if offer.key not in there]
    if not rows:
        return None
    PlanItem.objects.bulk_create(rows)
    _change(plan)
    if made:
        _sign(plan, by, at)
        plan.save()
    return plan


def _course_item(plan, offer, theme):
    return PlanItem(
        plan=plan,
        theme=(theme or _("Professional development"))[:200],
        activity=offer.title,
        course_key=offer.key,
        hours=offer.hours,
        until=date(plan.year, 12, 31),
    )


def _begin(person, employer, year, *, by, at):
    """The open plan and whether it was made just now."""
    mine = DevelopmentPlan.objects.filter(person=person, employer=employer, year=year)
    last = mine.order_by("-version").first()
    if last and not last.agreed_at:
        return last, False
    fresh = {"person": person, "employer": employer, "year": year, "version": last.version + 1 if last else 1}
    plan, made = mine.open().get_or_create(defaults=fresh | {"made_by": by, "made_at": at})
    if made and last:
        copies = [PlanItem(plan=plan, **{name: getattr(item, name) for name in COPIED}) for item in last.items.all()]
        PlanItem.objects.bulk_create(copies)
    return plan, made


def _open(plan) -> DevelopmentPlan:
    plan = DevelopmentPlan.objects.select_for_update(of=["self"]).select_related("person", "employer").get(pk=plan.pk)
    if plan.agreed_at:
        raise ValidationError(_("This plan is agreed. What changes now goes into a new version."))
    return plan


def _item_of(plan, key) -> PlanItem:
    kept = plan.items.filter(pk=key).first()
    if kept is None:
        raise ValidationError(_("This item has been removed meanwhile."))
    return kept


def _change(plan) -> DevelopmentPlan:
    plan.changes += 1
    plan.person_agreed_at = plan.manager_agreed_at = plan.manager = None
    plan.save()
    return plan


def _sign(plan, by, at):
    if by.pk == plan.person_id:
        plan.person_agreed_at = plan.person_agreed_at or at
    elif not plan.manager_agreed_at:
        plan.manager, plan.manager_agreed_at = by, at


def _frozen(plan) -> str:
    items = [{name: getattr(item, name) for name in COPIED} for item in plan.items.all()]
    return canonical.written(
        {
            "format": canonical.FORMAT,
            "kind": "development_plan",
            "year": plan.year,
            "version": plan.version,
            "person": str(plan.person),
            "employer": str(plan.employer),
            "manager": str(plan.manager),
            "person_agreed_at": plan.person_agreed_at,
            "manager_agreed_at": plan.manager_agreed_at,
            "items": [item | {"course_key": str(item["course_key"] or "")} for item in items],
        }
    )
