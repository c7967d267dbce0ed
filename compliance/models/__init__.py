from .balance import YearBalance
from .certificate import Certificate
from .document import Document
from .external import ExternalCertificate
from .ledger import CreditEntry, LedgerHead, Seal
from .rule import Kind, Rule, Unit

__all__ = [
    "Certificate",
    "CreditEntry",
    "Document",
    "ExternalCertificate",
    "Kind",
    "LedgerHead",
    "Rule",
    "Seal",
    "Unit",
    "YearBalance",
]
