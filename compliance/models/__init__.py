from .audit_link import AuditLink
from .balance import YearBalance
from .certificate import Certificate
from .document import Document
from .exemption import Exemption
from .external import ExternalCertificate
from .extract import Extract
from .ledger import CreditEntry, LedgerHead, Seal
from .provider import Provider
from .rule import AbsencePolicy, Counted, Kind, Proration, Rule, SeveralRoles, Unit
from .step import ExternalStep

__all__ = [
    "AbsencePolicy",
    "AuditLink",
    "Certificate",
    "Counted",
    "CreditEntry",
    "Document",
    "Exemption",
    "ExternalCertificate",
    "ExternalStep",
    "Extract",
    "Kind",
    "LedgerHead",
    "Proration",
    "Provider",
    "Rule",
    "Seal",
    "SeveralRoles",
    "Unit",
    "YearBalance",
]
