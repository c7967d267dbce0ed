import pytest

from compliance.evidence import document
from compliance.models import CreditEntry


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"source": "certificate", "source_key": "7", "evidence": "sha256:ab"}, "iesniegums Nr. 7"),
        ({"source": "import", "evidence": "import:3 AB-12/2025"}, "AB-12/2025"),
        ({"source": "import", "evidence": "import:3"}, ""),
        ({"source": "event", "evidence": ""}, ""),
    ],
)
def test_document_behind_an_entry_is_told_as_it_can_be_asked_for(entry, told):
    assert document(CreditEntry(**entry)) == told
