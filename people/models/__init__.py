from .absence import Absence
from .absence_request import AbsenceRequest
from .approver import Approver
from .employer import Appointment, Employer, EmployerRequest, Invitation
from .employment import Employment, Role
from .municipality import Municipality, MunicipalitySuccession
from .notice import JobRun, Notice
from .preference import NoticePreference, Topic
from .user import User

__all__ = [
    "Absence",
    "AbsenceRequest",
    "Appointment",
    "Approver",
    "Employer",
    "EmployerRequest",
    "Employment",
    "Invitation",
    "JobRun",
    "Municipality",
    "MunicipalitySuccession",
    "Notice",
    "NoticePreference",
    "Role",
    "Topic",
    "User",
]
