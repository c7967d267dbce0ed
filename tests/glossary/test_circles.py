from glossary.circles import in_circles


def test_a_straight_line_has_no_circle():
    assert in_circles({1: [2], 2: [3], 4: [2]}) == set()


def test_concepts_that_lead_back_to_themselves_are_found():
    assert in_circles({1: [2], 2: [3], 3: [1], 4: [1]}) == {1, 2, 3}


def test_a_concept_above_itself_is_a_circle():
    assert in_circles({1: [1]}) == {1}
