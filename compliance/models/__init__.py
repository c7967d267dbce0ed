from .balance import YearBalance
from .certificate import Certificate
from .external import ExternalCertificate
from .extract import Extract
from .ledger import CreditEntry, LedgerHead, Seal
from .rule import Kind, Rule, Unit

__all__ = [
    "Certificate",
    "CreditEntry",
    "ExternalCertificate",
    "Extract",
    "Kind",
    "LedgerHead",
    "Rule",
    "Seal",
    "Unit",
    "YearBalance",
]
