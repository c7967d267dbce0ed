from .audit_link import AuditLink
from .balance import YearBalance
from .certificate import Certificate
from .exemption import Exemption
from .external import ExternalCertificate
from .ledger import CreditEntry, LedgerHead, Seal
from .rule import AbsencePolicy, Counted, Kind, Proration, Rule, SeveralRoles, Unit

__all__ = [
    "AbsencePolicy",
    "AuditLink",
    "Certificate",
    "Counted",
    "CreditEntry",
    "Exemption",
    "ExternalCertificate",
    "Kind",
    "LedgerHead",
    "Proration",
    "Rule",
    "Seal",
    "SeveralRoles",
    "Unit",
    "YearBalance",
]
