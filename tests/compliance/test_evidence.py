import pytest

from compliance.evidence import document
from compliance.models import CreditEntry


@pytest.mark.parametrize(
    ("evidence", "told"),
    [
        ("external:7", "iesniegums Nr. 7"),
        ("import:3 AB-12/2025", "AB-12/2025"),
        ("import:3", ""),
        ("", ""),
    ],
)
def test_document_behind_an_entry_is_told_as_it_can_be_asked_for(evidence, told):
    assert document(CreditEntry(evidence=evidence)) == told
