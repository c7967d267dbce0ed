"""The ministry writes norms down: first it sees what they would change, in numbers."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from compliance.actions.rules import enact_rule, preview, replace_rule, withdraw_rule
from compliance.models import Rule, YearBalance
from offices.effects import Effect, Figures, by_year
from offices.rulebook import Rulebook
from people import groups
from tests.factories import UserFactory
from tests.offices.staffing import NOW, TODAY, earn, hire

pytestmark = pytest.mark.django_db
RULES, ENACT = reverse("offices:rules"), reverse("offices:enact_rule")
POLICIES = {"proration": "none", "absence": "shown", "several_roles": "highest", "counted": "last_day"}
CARER_FROM_2017 = {"role": "carer", "kind": "training", "valid_from": date(2017, 7, 1)}


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to(f"{TODAY} 10:00 +0200", tick=False)


@pytest.fixture
def edgar():
    """A ministry analyst."""
    return UserFactory(groups=[groups.ANALYST])


@pytest.fixture
def as_edgar(client, edgar):
    client.force_login(edgar)
    return client


@pytest.fixture
def rule():
    return Rule.objects.get(**CARER_FROM_2017)


@pytest.fixture
def carers(office):
    """Five of them, owing 8 hours a year; one has met the norm."""
    people = [UserFactory() for _number in range(5)]
    for person in people:
        hire(person, office, role="carer")
    earn(people[0], 8)
    return people


def written(**changes):
    return {
        "role": "carer", "kind": "training", "amount": "12", "years": "1", "valid_from": "2026-01-01",
        "citation": "Grozījumi", "citation_url": "", **POLICIES,
    } | changes  # fmt: skip


def instead(rule, **changes):
    return written(valid_from=rule.valid_from, amount="8", citation=rule.citation, reason="Precizēts") | changes


def replacing(rule):
    return reverse("offices:replace_rule", args=[rule.pk])


def norms():
    return set(YearBalance.objects.filter(kind="training", year=2026).values_list("required", flat=True))


def errors(response):
    return response.context["form"].errors


def test_new_norm_is_shown_with_its_effect_before_it_is_saved(as_edgar, carers):
    response = as_edgar.post(ENACT, written())
    assert response.context["effects"] == [
        Effect(2026, 5, Figures(8, 8, 1, Decimal(32)), Figures(12, 12, 0, Decimal(52)))
    ]
    assert norms() == {8}
    assert not Rule.objects.filter(role="carer", valid_from=date(2026, 1, 1)).exists()


def test_preview_says_once_more_what_will_be_saved(as_edgar):
    said = as_edgar.post(ENACT, written(proration="months")).content.decode()
    assert "Aprūpētājs: 12 akadēmiskās stundas gadā. Spēkā no: 2026. gada 1. janvāris." in said
    assert "Grozījumi<br>Kas strādājis tikai daļu gada, izpilda: proporcionāli nostrādātajiem mēnešiem" in said


def test_preview_of_replacing_says_what_will_be_saved(as_edgar, rule):
    said = as_edgar.post(replacing(rule), instead(rule, amount="10")).content.decode()
    assert "Aprūpētājs: 10 akadēmiskās stundas gadā. Spēkā no: 2017. gada 1. jūlijs." in said


def test_what_was_seen_is_saved(as_edgar, edgar, carers):
    seen = as_edgar.post(ENACT, written()).context["seen"]
    assert as_edgar.post(ENACT, written(seen=seen)).url == RULES
    assert norms() == {12}
    made = Rule.objects.get(role="carer", valid_from=date(2026, 1, 1))
    assert (made.unit, made.author, made.verified, made.years) == ("academic_hours", edgar, False, 1)


def test_effect_that_has_changed_meanwhile_is_shown_again(as_edgar, office, carers):
    seen = as_edgar.post(ENACT, written()).context["seen"]
    hire(UserFactory(), office, role="carer")
    again = as_edgar.post(ENACT, written(seen=seen))
    assert again.context["people"] == 6
    assert "Dati pa šo laiku ir mainījušies." in again.content.decode()
    assert norms() == {8}


def test_names_are_not_shown_to_the_ministry(as_edgar, carers):
    page = as_edgar.post(ENACT, written()).content.decode()
    assert [str(person) for person in carers if str(person) in page] == []


def test_figures_of_fewer_than_five_are_hidden(as_edgar, office):
    hire(UserFactory(), office, role="carer")
    page = " ".join(as_edgar.post(ENACT, written()).content.decode().split())
    assert "mazāk par 5" in page
    assert "8 → 12" in page
    assert "0 → 0" not in page


def test_norm_that_moves_nobody_says_so(as_edgar):
    assert "Gada skaitļi nevienam nemainītos" in as_edgar.post(ENACT, written()).content.decode()


def test_norm_that_is_only_verified_moves_no_figures(as_edgar, carers, rule):
    page = as_edgar.post(replacing(rule), instead(rule, verified="on"))
    assert page.context["effects"] == []
    as_edgar.post(replacing(rule), instead(rule, verified="on", seen=page.context["seen"]))
    assert Rule.objects.in_force().get(**CARER_FROM_2017).verified
    assert not YearBalance.objects.filter(rule=rule).exists()


def test_wrong_norm_is_replaced_with_a_reason_and_stays_readable(as_edgar, edgar, carers, rule):
    seen = as_edgar.post(replacing(rule), instead(rule, amount="10,5")).context["seen"]
    as_edgar.post(replacing(rule), instead(rule, amount="10,5", seen=seen))
    right = Rule.objects.in_force().get(**CARER_FROM_2017)
    assert (right.amount, right.reason, right.author) == (Decimal("10.5"), "Precizēts", edgar)
    assert norms() == {Decimal("10.5")}
    page = as_edgar.get(RULES).content.decode()
    assert "<s>Aprūpētājs: 8 akadēmiskās stundas gadā</s>" in page
    assert "Aprūpētājs</th><td" in page


def test_form_of_replacing_begins_with_what_stands(as_edgar, rule):
    page = as_edgar.get(replacing(rule)).content.decode()
    assert 'value="8,00"' in page
    assert 'value="2017-07-01"' in page


def test_replaced_norm_is_not_replaced_again(as_edgar, edgar, rule):
    replace_rule(rule, amount=Decimal(9), reason="Precizēts", by=edgar, at=NOW)
    assert as_edgar.post(replacing(rule), instead(rule)).url == RULES


def test_two_norms_of_one_day_are_a_clear_error(as_edgar, rule):
    response = as_edgar.post(ENACT, written(valid_from=rule.valid_from))
    assert errors(response)["__all__"] == ["Šim amatam jau ir šāda veida norma, kas sākas šajā dienā."]


def test_second_norm_of_a_day_is_refused_though_the_first_came_after_the_preview(as_edgar):
    seen = as_edgar.post(ENACT, written()).context["seen"]
    as_edgar.post(ENACT, written(seen=seen))
    assert "__all__" in errors(as_edgar.post(ENACT, written(seen=seen)))
    assert Rule.objects.filter(role="carer", valid_from=date(2026, 1, 1)).count() == 1


def test_norm_of_several_years_keeps_the_usual_policies(as_edgar):
    response = as_edgar.post(ENACT, written(years="5", proration="months"))
    assert errors(response)["__all__"] == ["Vairāku gadu norma jāizpilda pilnā apmērā; pārējos nosacījumus nemainiet."]


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("amount", "1e9", "Ievadiet skaitli no 0 līdz 999."),
        ("amount", "-1", "Ievadiet skaitli no 0 līdz 999."),
        ("amount", "daudz", "Ievadiet stundas kā skaitli, piemēram, 7,5."),
        ("years", "0", "Ievadiet skaitli no 1 līdz 10."),
        ("valid_from", "2027-02-29", "Jāievada derīgs datums."),
        ("valid_from", "0001-01-01", "Izvēlieties dienu ne agrāk par 1990. gadu un ne vēlāk kā pēc desmit gadiem."),
        ("citation", " ", "Aizpildiet šo lauku."),
        ("proration", "sometimes", "Jāatlasa derīga izvēle. sometimes nav neviena no pieejamajām izvēlēm."),
        ("role", "nobody", "Jāatlasa derīga izvēle. Tā izvēle nav neviena no pieejamajām."),
    ],
)
def test_bad_input_is_told_at_its_field(as_edgar, field, value, error):
    assert error in errors(as_edgar.post(ENACT, written(**{field: value})))[field]


def test_one_may_go_back_to_what_was_written(as_edgar):
    response = as_edgar.post(ENACT, written(edit="1", amount="13,5"))
    assert 'value="13,5"' in response.content.decode()
    assert "effects" not in response.context


def test_rulebook_says_what_holds_what_was_and_what_comes(as_edgar, rule):
    replace = {"role_id": "carer", "kind": "training", "unit": "academic_hours", "citation": "Grozījumi"}
    coming = Rule.objects.create(**replace, amount=10, valid_from=date(2027, 1, 1))
    _kind, lines = Rulebook(TODAY).kinds[0]
    carers = [(line.rule, line.state, line.until) for line in lines if line.rule.role_id == "carer"]
    first = Rule.objects.get(role="carer", valid_from=date(2003, 6, 3))
    assert carers == [
        (coming, "coming", None),
        (rule, "now", date(2026, 12, 31)),
        (first, "past", date(2017, 6, 30)),
    ]


def test_wrong_norm_that_no_balance_used_is_withdrawn_with_a_reason(as_edgar, edgar, carers, rule):
    coming = Rule.objects.create(
        role_id="carer", kind="training", unit="academic_hours", amount=9, citation="Kļūda", valid_from=date(2027, 1, 1)
    )
    withdraw = reverse("offices:withdraw_rule", args=[coming.pk])
    page = as_edgar.get(RULES).content.decode()
    assert withdraw in page
    assert reverse("offices:withdraw_rule", args=[rule.pk]) not in page
    assert as_edgar.post(withdraw, {"reason": ""}).context["form"].errors == {"reason": ["Aizpildiet šo lauku."]}
    assert as_edgar.post(withdraw, {"reason": "Tāda akta nav"}).url == RULES
    coming.refresh_from_db()
    assert (coming.withdrawn_by, coming.withdrawn_why, coming in Rule.objects.in_force()) == (
        edgar,
        "Tāda akta nav",
        False,
    )
    assert "Tāda akta nav" in as_edgar.get(RULES).content.decode()
    assert as_edgar.post(withdraw, {"reason": "Vēlreiz"}).url == RULES


def test_norm_that_balances_are_computed_by_is_not_withdrawn(as_edgar, carers, rule):
    form = as_edgar.post(reverse("offices:withdraw_rule", args=[rule.pk]), {"reason": "Kļūda"}).context["form"]
    assert form.errors == {"__all__": ["Pēc šīs normas jau ir aprēķinātas bilances. Aizstājiet to."]}
    assert Rule.objects.get(pk=rule.pk).stands


def test_another_norm_may_begin_on_the_day_of_a_withdrawn_one(edgar):
    coming = enact_rule(
        role_id="carer", kind="training", unit="academic_hours", amount=9, citation="Kļūda", valid_from=date(2027, 1, 1)
    )
    withdraw_rule(coming, reason="Kļūda", by=edgar, at=NOW)
    enact_rule(
        role_id="carer",
        kind="training",
        unit="academic_hours",
        amount=8,
        citation="Īstais",
        valid_from=date(2027, 1, 1),
    )
    assert Rule.objects.in_force().get(role="carer", kind="training", valid_from=date(2027, 1, 1)).amount == 8


def test_effects_stand_by_year_the_latest_first(office, bob, rule):
    hire(UserFactory(), office, start=date(2025, 1, 1), role="carer")
    changes = preview(lambda: replace_rule(rule, amount=Decimal(0), reason="Atcelta", by=bob, at=NOW))
    nothing = Figures(None, None, 0, Decimal(0))
    assert by_year(changes) == [Effect(year, 1, Figures(8, 8, 0, Decimal(8)), nothing) for year in (2026, 2025)]


@pytest.mark.parametrize("number", [1, 3])
def test_list_of_norms_takes_two_queries_besides_those_of_the_menu(client, edgar, number, django_assert_num_queries):
    for place in range(number):
        Rule.objects.create(
            role_id="carer", kind="training", unit="academic_hours", amount=9, citation="Cits", valid_from=date(2020 + place, 1, 1)
        )  # fmt: skip
    book = Rulebook(TODAY)
    with django_assert_num_queries(2):
        assert book.kinds
        assert book.without
