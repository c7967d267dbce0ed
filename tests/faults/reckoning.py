"""What the database holds of finished courses beside what learners were told."""

from collections import Counter
from dataclasses import dataclass

from compliance.models import Certificate, CreditEntry
from lms.models import Completion, Enrolment
from people.models import Notice


def written():
    """How often each (person, course key) stands as an entry, a completion, a certificate and a notice."""
    enrolments = {
        str(pk): (person, str(key)) for pk, person, key in Enrolment.objects.values_list("pk", "person", "course_key")
    }
    notices = Notice.objects.filter(kind="course_completed").values_list("key", flat=True)
    completions = Completion.objects.values_list("enrolment", flat=True)
    certificates = Certificate.objects.filter(kind=Certificate.Kind.COURSE)
    return (
        Counter(CreditEntry.objects.originals().values_list("person", "source_key")),
        Counter(enrolments[str(pk)] for pk in completions),
        Counter(certificates.values_list("person", "source_key")),
        Counter(enrolments[key.removeprefix("course_completed:")] for key in notices),
    )


@dataclass(frozen=True)
class Reckoning:
    """(person, course key) that were promised and are not there, that stand twice, that are there in part only."""

    lost: frozenset = frozenset()
    doubled: frozenset = frozenset()
    torn: frozenset = frozenset()


def reckon(acknowledged):
    tables = written()
    anywhere = frozenset().union(*tables)
    everywhere = anywhere.intersection(*tables)
    return Reckoning(
        lost=frozenset(acknowledged) - everywhere,
        doubled=frozenset(one for table in tables for one, times in table.items() if times > 1),
        torn=anywhere - everywhere,
    )
