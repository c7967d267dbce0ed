from .audit_link import AuditLink
from .balance import YearBalance
from .certificate import Certificate
from .external import ExternalCertificate
from .ledger import CreditEntry, LedgerHead, Seal
from .rule import Kind, Rule, Unit

__all__ = [
    "AuditLink",
    "Certificate",
    "CreditEntry",
    "ExternalCertificate",
    "Kind",
    "LedgerHead",
    "Rule",
    "Seal",
    "Unit",
    "YearBalance",
]
