"""What stands beside a shortfall: absences that an employer confirmed, and exemptions; neither is a figure."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from people.models import Absence

from .models import Exemption, YearBalance

YEAR = OuterRef("year")


def with_excuses(balances: QuerySet[YearBalance], *, employers=None) -> QuerySet[YearBalance]:
    """Each with `away`, from one of these employers or from any, and `exemption`, its state if one was asked for."""
    absences = Absence.objects.standing().filter(person=OuterRef("person"), start__year__lte=YEAR)
    absences = absences.filter(Q(end=None) | Q(end__year__gte=YEAR))
    if employers is not None:
        absences = absences.filter(employer__in=employers)
    exemptions = Exemption.objects.exclude(state=Exemption.State.REFUSED)
    of_balance = exemptions.filter(person=OuterRef("person"), year=YEAR, kind=OuterRef("kind"))
    return balances.annotate(away=Exists(absences), exemption=Subquery(of_balance.values("state")[:1]))
