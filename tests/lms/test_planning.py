"""The smallest plans (lms/planning.py), compared with all there are."""

from decimal import Decimal
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lms import planning
from lms.planning import Offer, Plan, office_plan, smallest, total

hours = st.decimals("0.25", "12", places=2)
amounts = st.lists(hours, max_size=6)


def offers(*amounts, taken=()):
    """Courses a, b, c …; `taken` names those that someone has taken, as („anna”, „a”)."""
    keys = "abcdefghijklmnopqrstuvwxyz"[: len(amounts)]
    takers = {key: frozenset(person for person, course in taken if course == key) for key in keys}
    return [Offer(key, f"Kurss {key}", Decimal(str(one)), takers[key]) for key, one in zip(keys, amounts, strict=True)]


def keys(chosen):
    return "".join(offer.key for offer in chosen)


def subsets(things):
    return chain.from_iterable(combinations(things, size) for size in range(len(things) + 1))


@pytest.mark.parametrize(
    ("gap", "chosen"),
    [
        ("0", ""),
        ("1", "b"),
        ("2.01", "d"),
        ("6", "c"),
        ("8", "a"),
        ("10", "ab"),
        ("11", "ad"),
        ("20", "acdb"),
        ("99", "acdb"),
    ],
)
def test_the_fewest_courses_then_the_least_surplus(gap, chosen):
    assert keys(smallest(offers(8, 2, 6, 4), Decimal(gap))) == chosen


def test_equal_courses_are_told_apart_by_title():
    same = [Offer("1", "Otrs", Decimal(4)), Offer("2", "Abi", Decimal(4))]
    assert smallest(same, Decimal(3)) == smallest(same[::-1], Decimal(3)) == (same[1],)


@given(amounts, st.decimals("0", "40", places=2))
def test_no_other_set_is_smaller(amounts, gap):
    offered = offers(*amounts)
    chosen = smallest(offered, gap)
    closing = [(len(one), total(one)) for one in subsets(offered) if total(one) >= gap]
    assert (len(chosen), total(chosen)) == min(closing, default=(len(offered), total(offered)))


def test_an_office_takes_the_fewest_different_courses():
    gaps = {"anna": Decimal(4), "berta": Decimal(6), "cilda": Decimal(10)}
    plan = office_plan(offers(4, 6, 10), gaps)
    assert {person: keys(taken) for person, taken in plan.courses.items()} == {"anna": "c", "berta": "c", "cilda": "c"}
    assert plan.rest == {}


def test_of_as_many_courses_those_with_fewer_enrolments_and_less_surplus():
    plan = office_plan(offers(5, 8, 9, 3), {"anna": Decimal(8), "berta": Decimal(8)})
    assert keys(plan.takers) == "b"
    assert plan.takers == {plan.courses["anna"][0]: ["anna", "berta"]}


def test_a_course_taken_counts_nothing():
    offered = offers(8, 6, 4, taken=[("anna", "a"), ("berta", "b")])
    plan = office_plan(offered, {"anna": Decimal(6), "berta": Decimal(8)})
    assert {person: keys(taken) for person, taken in plan.courses.items()} == {"anna": "b", "berta": "a"}


def test_who_cannot_reach_the_norm_takes_all_and_is_named_with_the_rest():
    plan = office_plan(offers(4, 2), {"anna": Decimal("9.5"), "berta": Decimal(2)})
    assert keys(plan.courses["anna"]) == "ab"
    assert plan.rest == {"anna": Decimal("3.5")}


def test_without_courses_or_gaps_the_plan_is_empty():
    assert office_plan([], {"anna": Decimal(3)}) == Plan({"anna": ()}, {"anna": Decimal(3)})
    assert office_plan(offers(3), {"anna": Decimal(0)}) == Plan({}, {})


@st.composite
def offices(draw):
    """Up to six courses and four people who lack hours and have taken some of them."""
    people, amounts_ = ["anna", "berta", "cilda", "dace"], draw(amounts)
    taken = draw(st.sets(st.tuples(st.sampled_from(people), st.sampled_from("abcdef"))))
    gaps = draw(st.dictionaries(st.sampled_from(people), st.decimals("0", "30", places=2)))
    return offers(*amounts_, taken=taken), gaps


def reach(offered, person, gap):
    """What of a gap these courses can close for someone."""
    return min(gap, total(offer for offer in offered if person not in offer.taken_by))


def closes(chosen, offered, gaps):
    return all(reach(chosen, person, gap) == reach(offered, person, gap) for person, gap in gaps.items())


@given(offices())
def test_every_gap_is_closed_or_its_rest_is_named(office):
    offered, gaps = office
    plan = office_plan(offered, gaps)
    for person, gap in gaps.items():
        mine = plan.courses.get(person, ())
        assert len(set(mine)) == len(mine)
        assert not any(person in offer.taken_by for offer in mine)
        assert total(mine) + plan.rest.get(person, 0) >= gap
        assert plan.rest.get(person, 0) == gap - reach(offered, person, gap)


@given(offices())
@settings(max_examples=60)
def test_no_other_plan_of_an_office_is_smaller(office):
    offered, gaps = office
    plan = office_plan(offered, gaps)
    sets = [one for one in subsets(offered) if closes(one, offered, gaps)]
    assert measure(plan.takers, offered, gaps) == min(measure(one, offered, gaps) for one in sets)
    enrolments = [offer for mine in plan.courses.values() for offer in mine]
    assert (len(enrolments), total(enrolments)) == measure(plan.takers, offered, gaps)[1:]


def measure(chosen, offered, gaps):
    """Different courses, enrolments and hours when everyone takes the fewest of the chosen."""
    taken = []
    for person, gap in gaps.items():
        mine = [offer for offer in chosen if person not in offer.taken_by]
        taken += smallest(mine, reach(offered, person, gap))
    return len(chosen), len(taken), total(taken)


@given(offices())
def test_the_greedy_plan_closes_as_much(office):
    offered, gaps = office
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(planning, "SETS_TRIED", 0)
        plan = office_plan(offered, gaps)
    assert closes(list(plan.takers), offered, gaps)
    assert plan.rest == office_plan(offered, gaps).rest
