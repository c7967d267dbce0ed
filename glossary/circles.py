"""Concepts that are, by their broader terms, broader than themselves; pure."""


def in_circles(broader):
    """`broader`: for each concept those it names as broader. The concepts that lead back to themselves."""
    return {concept for concept in broader if leads_back(concept, broader)}


def leads_back(concept, broader):
    seen, waiting = set(), list(broader.get(concept, ()))
    while waiting:
        other = waiting.pop()
        if other == concept:
            return True
        if other not in seen:
            seen.add(other)
            waiting += broader.get(other, ())
    return False
