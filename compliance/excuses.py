"""What stands beside a shortfall: absences that an employer confirmed, and exemptions; neither is a figure."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from people.models import Absence

from .models import Exemption, YearBalance


def with_excuses(balances: QuerySet[YearBalance]) -> QuerySet[YearBalance]:
    """Each with `away`, from any employer, and `exemption`, its state if one was asked for."""
    person, year = OuterRef("person"), OuterRef("year")
    exemptions = Exemption.objects.exclude(state=Exemption.State.REFUSED)
    of_balance = exemptions.filter(person=person, year=year, kind=OuterRef("kind"))
    return balances.annotate(away=away(person, year), exemption=Subquery(of_balance.values("state")[:1]))


def away(person, year, **which) -> Exists:
    """which: conditions on the absences, for instance of which employers."""
    absences = Absence.objects.standing().filter(person=person, start__year__lte=year, **which)
    return Exists(absences.filter(Q(end=None) | Q(end__year__gte=year)))


def exempt(person, year, kind) -> Exists:
    return Exists(Exemption.objects.filter(person=person, year=year, kind=kind, state=Exemption.State.GRANTED))
