"""Mails about employments and year statements, written as Notices in the transaction that causes them."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from people import groups
from people.actions import post, post_rows
from people.models import Appointment, Notice, User
from people.models.employer import running_on

from ..riga import legal_date


def tell_person(employment, kind, *, at):
    """Tell the person what was decided about the employment."""
    post(
        [
            Notice(
                key=f"{kind}:{employment.pk}",
                kind=kind,
                person_id=employment.person_id,
                context=_about(employment.employer, link="lms:employments", reason=employment.reason),
                created_at=at,
            )
        ]
    )


def tell_managers(employment, kind, *, at):
    """Tell those who decide about the employment that its person named it or ended it."""
    managers, administrators = _who_decides(employment, legal_date(at))
    _tell_each(managers, kind, employment, _about(employment.employer, link="offices:staff"), at=at)
    _tell_each(administrators, kind, employment, _about(employment.employer, link="offices:unmanaged"), at=at)


def tell_absence_asked(asked, *, at):
    """Tell those who decide about the employment which page confirms or declines it: never whose absence or when."""
    managers, administrators = _who_decides(asked.employment, legal_date(at))
    dossier = address("offices:person", asked.person_id) + f"?year={asked.start.year}"
    about = {"employer": str(asked.employment.employer), "link": dossier}
    _tell_each(managers, "absence_asked", asked, about, at=at)
    _tell_each(administrators, "absence_asked", asked, about | {"link": address("offices:unmanaged")}, at=at)


def tell_absence_decided(asked, *, at):
    kind = f"absence_{asked.state}"
    post(
        [
            Notice(
                key=f"{kind}:{asked.pk}",
                kind=kind,
                person_id=asked.person_id,
                context=_about(asked.employment.employer, link="lms:employments"),
                created_at=at,
            )
        ]
    )


def tell_hired(employments, employers, kind, *, at):
    """Tell the people of an import that they are on the staff of these employers, which are given by id."""
    link = "account_reset_password" if kind == "account_made" else "lms:employments"
    about = {key: _about(employer, link=link) for key, employer in employers.items()}
    post_rows(
        [
            {
                "key": f"{kind}:{employment.pk}",
                "kind": kind,
                "person_id": employment.person_id,
                "context": about[employment.employer_id],
                "created_at": at,
            }
            for employment in employments
        ]
    )


def tell_invited(invitations, *, at):
    post(
        [
            Notice(
                key=f"invitation:{invitation.pk}",
                kind="invitation",
                email=invitation.email,
                context=_about(invitation.employer, link="lms:employments"),
                created_at=at,
            )
            for invitation in invitations
        ]
    )


def tell_asker(request, *, at):
    """Tell the person that the employer they asked for was not added."""
    post(
        [
            Notice(
                key=f"employer_declined:{request.pk}",
                kind="employer_declined",
                person_id=request.person_id,
                context={"employer": request.name, "link": address("lms:employments")},
                created_at=at,
            )
        ]
    )


def tell_exemption_decided(exemption, *, at):
    granted = exemption.state == exemption.State.GRANTED
    post(
        [
            Notice(
                key=f"exemption_decided:{exemption.pk}",
                kind="exemption_granted" if granted else "exemption_refused",
                person_id=exemption.person_id,
                context={"year": exemption.year, "reason": exemption.decision, "link": address("lms:home")},
                created_at=at,
            )
        ]
    )


def tell_of_statements(statements, kind, *, at):
    """Tell each person that their year statement is ready, replaced or revoked."""
    post(
        [
            Notice(
                key=f"{kind}:{statement.pk}",
                kind=kind,
                person_id=statement.person_id,
                context={"year": int(statement.source_key), "link": address("lms:statements")},
                created_at=at,
            )
            for statement in statements
        ]
    )


def address(name, *args):
    """Of a page of the portal, as mails name it."""
    with translation.override(settings.LANGUAGE_CODE):
        return settings.BASE_URL + reverse(name, args=args)


def _tell_each(people, kind, cause, context, *, at):
    post(
        [
            Notice(key=f"{kind}:{cause.pk}:{one.pk}", kind=kind, person=one, context=context, created_at=at)
            for one in people
        ]
    )


def _who_decides(employment, on):
    """The managers of the unit and of its employer but for the person, and where none is left the administrators."""
    employers = [employment.employer_id, employment.employer.parent_id]
    appointments = Appointment.objects.filter(running_on(on), employer__in=employers)
    others = User.objects.filter(is_active=True).exclude(pk=employment.person_id)
    managers = others.filter(pk__in=appointments.values("manager"))
    administrators = () if managers else others.filter(groups__name=groups.ADMINISTRATOR)
    return managers, administrators


def _about(employer, *, link, reason=""):
    return {"employer": str(employer), "link": address(link), "reason": reason}
