from .balance import YearBalance
from .certificate import Certificate
from .document import Document
from .external import ExternalCertificate
from .ledger import CreditEntry, LedgerHead, Seal
from .provider import Provider
from .rule import Kind, Rule, Unit
from .step import ExternalStep

__all__ = [
    "Certificate",
    "CreditEntry",
    "Document",
    "ExternalCertificate",
    "ExternalStep",
    "Kind",
    "LedgerHead",
    "Provider",
    "Rule",
    "Seal",
    "Unit",
    "YearBalance",
]
