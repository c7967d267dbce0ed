"""Every kind of page in every state worth looking at: who opens it and how it is reached."""

import datetime

from django.utils import timezone

from compliance.actions.certificates import revoke
from compliance.actions.external import return_external
from compliance.actions.invitations import invite
from compliance.models import AuditLink, Certificate, Extract
from courses.models import CoursePage
from demo.learners import learn
from demo.log_ins import address
from demo.names import PASSWORD
from lms.actions.enrolments import start_attempt, submit_attempt
from lms.models import DevelopmentPlan
from offices.models import ImportRun
from people import groups
from people.models import EmployerRequest, Employment, Municipality, User
from tests.factories import DocumentFactory, UserFactory, submitted
from tests.offices.importing.lists import check_training, training

GUEST = None


def staged():
    """People in the states that the demo lacks; the words that the addresses below are filled with."""
    course, begun, unbegun = CoursePage.objects.live().open().order_by("pk")
    now, manager = timezone.now(), User.objects.get(email=address("vaditajs"))
    job = manager.employments.get()
    specialist = User.objects.get(email=address("specialists"))
    certificate, revoked = Certificate.objects.filter(kind="course").order_by("-person", "pk")[:2]
    statement = specialist.certificates.statements().standing().get()
    _link, token = AuditLink.make(statement, lasting=datetime.timedelta(days=7), at=now)
    over, over_token = AuditLink.make(statement, lasting=datetime.timedelta(days=7), at=now)
    AuditLink.objects.filter(pk=over.pk).update(withdrawn_at=now)
    revoke(revoked, reason="Izsniegta kļūdas pēc.", by=User.objects.get(email=address("admins")), at=now)

    invited, ready, asked, failed, shy = (
        newcomer(name) for name in ("aicinata", "gatava", "jautata", "klida", "klusa")
    )
    invite(employer=job.employer, role=job.role, start=timezone.localdate(), emails=[invited.email], by=manager, at=now)
    request = EmployerRequest.objects.create(
        person=shy,
        name="Jauns dienests",
        municipality=Municipality.objects.valid_on(timezone.localdate()).first(),
        role=job.role,
        start=timezone.localdate(),
        created_at=now,
    )
    for person in (ready, asked, failed):
        learn(person, course, at=now, lessons=99)
    start_attempt(asked.enrolments.get(), quiz_key=course.translation_key)
    submit_attempt(start_attempt(failed.enrolments.get(), quiz_key=course.translation_key), answers={})
    claimed = Employment.objects.claimed().managed_by(manager).get()
    draft = DevelopmentPlan.objects.open().get()
    running = Employment.objects.confirmed().filter(employer=claimed.employer, end=None).exclude(person=manager)
    done, wrong = ImportRun.objects.filter(uploaded_by=manager).order_by("pk")
    row = training(specialist.email, day=f"{timezone.localdate():%d.%m.%Y}")
    to_confirm = check_training(manager, job.employer, row, at=now)
    return {
        "imported": done.pk,
        "wrong_import": wrong.pk,
        "import_to_confirm": to_confirm.pk,
        "course": course.url,
        "finished": course.translation_key,
        "learnt": begun.url,
        "begun": begun.translation_key,
        "lesson": begun.lessons.first().url,
        "quiz_lesson": next(lesson for lesson in begun.lessons if lesson.questions).url,
        "quiz_of_lesson": next(lesson for lesson in begun.lessons if lesson.questions).translation_key,
        "other_course": unbegun.url,
        "year": timezone.localdate().year - 1,
        "this_year": timezone.localdate().year,
        "code": certificate.code,
        "revoked": revoked.code,
        "statement": statement.code,
        "token": token,
        "over": over_token,
        "request": request.pk,
        "claim": claimed.pk,
        "job": running.first().pk,
        "colleague": running.first().person_id,
        "specialist": specialist.pk,
        "document": DocumentFactory(person=specialist).pk,
        "waiting": specialist.external_certificates.get().pk,
        "returned": return_external(
            submitted(shy, at=now, first_day=now.date(), last_day=now.date()), by=manager, reason="Nav redzams datums."
        ).pk,
        "planned": draft.person_id,
        "plan": draft.pk,
        "item": draft.items.get().pk,
        "former": Extract.objects.visible_to(manager, timezone.localdate()).first().person_id,
        "own_job": specialist.employments.get().pk,
    }


def newcomer(name):
    return UserFactory(email=address(name), password=PASSWORD, groups=[groups.SPECIALIST])


PAGES = {
    "home": (GUEST, "/"),
    "home in English": (GUEST, "/en/"),
    "home, signed in": ("specialists", "/"),
    "home of an editor": ("redaktors", "/"),
    "standard page": (GUEST, "/par-projektu/"),
    "accessibility in English": (GUEST, "/en/accessibility/"),
    "methodologies": (GUEST, "/metodikas/"),
    "methodology": (GUEST, "/metodikas/vardarbiba/"),
    "guideline": (GUEST, "/metodikas/socialas-distancesanas-laiks/"),
    "dictionary": (GUEST, "/vardnica/"),
    "dictionary from English": (GUEST, "/vardnica/?virziens=en"),
    "dictionary entry": (GUEST, "/vardnica/supervizija/"),
    "provisional entry": (GUEST, "/vardnica/gariga-rakstura-traucejumi/"),
    "podcast": (GUEST, "/raidieraksts/"),
    "episode": (GUEST, "/raidieraksts/supervizija-ka-atbalsts/"),
    "events": (GUEST, "/pasakumi/"),
    "events, nothing found": (GUEST, "/pasakumi/?year=2015&kind=conference"),
    "conference": (GUEST, "/pasakumi/cilveks-gimene-kopiena/"),
    "seminar": (GUEST, "/pasakumi/begli/"),
    "campaign": (GUEST, "/celamies-kopa/"),
    "story": (GUEST, "/celamies-kopa/diena-gimenes-asistenta-dzive/"),
    "memorandum": (GUEST, "/celamies-kopa/memorands/"),
    "figures of the project": (GUEST, "/skaitli/"),
    "periodical": (GUEST, "/izdevumi/socialais-darbs-latvija/"),
    "issue": (GUEST, "/izdevumi/socialais-darbs-latvija/2020-1/"),
    "monograph": (GUEST, "/izdevumi/socialais-darbs-ar-gadijumu/"),
    "study": (GUEST, "/petijumi/ex-ante-izvertejums/"),
    "topic": (GUEST, "/temas/kopiena/"),
    "contributor": (GUEST, "/autori/martins-moors/"),
    "catalogue": (GUEST, "/kursi/"),
    "catalogue, filtered": (GUEST, "/kursi/?hours=short&state=open"),
    "catalogue, nothing found": (GUEST, "/kursi/?hours=long"),
    "course": (GUEST, "{course}"),
    "course, enrolled": ("specialists", "{learnt}"),
    "course, finished": ("specialists", "{course}"),
    "course in preparation": (GUEST, "/kursi/e-kurss-grt/"),
    "leaving a course": ("specialists", "/macibas/{begun}/atteikties/"),
    "enrolling once more": ("specialists", "/macibas/{finished}/sakt/"),
    "lesson": ("specialists", "{lesson}"),
    "lesson with a quiz": ("specialists", "{quiz_lesson}"),
    "final quiz": ("gatava", "/macibas/{finished}/tests/{finished}/"),
    "quiz, questions": ("jautata", "/macibas/{finished}/tests/{finished}/"),
    "quiz, failed": ("klida", "/macibas/{finished}/tests/{finished}/"),
    "quiz, passed": ("specialists", "/macibas/{finished}/tests/{finished}/"),
    "finish": ("specialists", "/macibas/{finished}/pabeigts/"),
    "my year": ("specialists", "/mans-gads/"),
    "my year in English": ("specialists", "/en/mans-gads/"),
    "my past year": ("specialists", "/mans-gads/{year}/"),
    "my year without employment": ("aicinata", "/mans-gads/"),
    "submitting a certificate": ("specialists", "/mans-gads/apliecibas/iesniegt/"),
    "describing a certificate": ("specialists", "/mans-gads/apliecibas/iesniegt/{document}/"),
    "describing supervision": ("specialists", "/mans-gads/apliecibas/iesniegt/{document}/?kind=supervision"),
    "own certificate from elsewhere": ("specialists", "/mans-gads/apliecibas/{waiting}/"),
    "own certificate, returned": ("klusa", "/mans-gads/apliecibas/{returned}/"),
    "plan of the missing hours": ("specialists", "/mans-gads/plans/"),
    "plan of the missing hours, no norm": ("aicinata", "/mans-gads/plans/"),
    "development plan": ("specialists", "/mans-gads/attistibas-plans/"),
    "development plan, none": ("aicinata", "/mans-gads/attistibas-plans/"),
    "development plan, being written": ("vaditajs", "/darbinieki/{planned}/attistibas-plans/"),
    "item of a development plan": ("vaditajs", "/attistibas-plani/{plan}/punkts/{item}/"),
    "year statements": ("specialists", "/mans-gads/izzinas/"),
    "year statements, none": ("aicinata", "/mans-gads/izzinas/"),
    "year statement": ("specialists", "/mans-gads/izzinas/{year}/"),
    "year statement, not issued yet": ("specialists", "/mans-gads/izzinas/{this_year}/"),
    "employments": ("specialists", "/mans-gads/darbavieta/"),
    "employments, invited": ("aicinata", "/mans-gads/darbavieta/"),
    "employments, request waiting": ("klusa", "/mans-gads/darbavieta/"),
    "ending an own employment": ("specialists", "/mans-gads/darbavieta/{own_job}/beigt/"),
    "asking for an absence": ("specialists", "/mans-gads/darbavieta/{own_job}/prombutne/"),
    "request of an employer": ("aicinata", "/mans-gads/darbavieta/nav-saraksta/"),
    "notices": ("specialists", "/mans-gads/pazinojumi/"),
    "notices, none": ("aicinata", "/mans-gads/pazinojumi/"),
    "profile": ("specialists", "/accounts/profils/"),
    "sign in": (GUEST, "/accounts/login/"),
    "sign up": (GUEST, "/accounts/signup/"),
    "sign up in English": (GUEST, "/en/accounts/signup/"),
    "sign out": ("specialists", "/accounts/logout/"),
    "password reset": (GUEST, "/accounts/password/reset/"),
    "password reset, sent": (GUEST, "/accounts/password/reset/done/"),
    "password reset, old link": (GUEST, "/accounts/password/reset/key/1-set-password/"),
    "password": ("specialists", "/accounts/password/change/"),
    "address": ("specialists", "/accounts/email/"),
    "second step": ("specialists", "/accounts/2fa/"),
    "password once more": ("specialists", "/accounts/reauthenticate/?next=/accounts/2fa/webauthn/add/"),
    "staff": ("vaditajs", "/darbinieki/"),
    "staff of a past year": ("vaditajs", "/darbinieki/?year={year}"),
    "staff, nobody found": ("vaditajs", "/darbinieki/?name=Zzz"),
    "planner": ("vaditajs", "/darbinieki/planotajs/"),
    "assigning what was planned": ("vaditajs", "/darbinieki/planotajs/norikot/"),
    "person": ("vaditajs", "/darbinieki/{specialist}/"),
    "queue": ("vaditajs", "/apstiprinasana/"),
    "certificate to decide on": ("vaditajs", "/apstiprinasana/{waiting}/"),
    "sample": ("apstiprinatajs", "/apstiprinasana/izlase/"),
    "approvers": ("vaditajs", "/darbinieki/apstiprinataji/"),
    "submitting for staff": ("vaditajs", "/darbinieki/{specialist}/apliecibas/"),
    "invite": ("vaditajs", "/darbinieki/uzaicinat/"),
    "reminding": ("vaditajs", "/darbinieki/atgadinat/"),
    "assigning to a course": ("vaditajs", "/darbinieki/norikot/"),
    "assigning one person": ("vaditajs", "/darbinieki/norikot/?person={specialist}"),
    "assignments": ("vaditajs", "/darbinieki/norikojumi/"),
    "imports": ("vaditajs", "/darbinieki/imports/"),
    "imports of other systems": ("admins", "/darbinieki/imports/"),
    "import done": ("vaditajs", "/darbinieki/imports/{imported}/"),
    "import with errors": ("vaditajs", "/darbinieki/imports/{wrong_import}/"),
    "import to confirm": ("vaditajs", "/darbinieki/imports/{import_to_confirm}/"),
    "correct": ("vaditajs", "/darbinieki/darbavieta/{claim}/labot/"),
    "reject": ("vaditajs", "/darbinieki/darbavieta/{claim}/noraidit/"),
    "end": ("vaditajs", "/darbinieki/darbavieta/{job}/beigt/"),
    "without a manager": ("admins", "/darbinieki/bez-vaditaja/"),
    "deciding on an employer": ("admins", "/darbinieki/bez-vaditaja/?request={request}"),
    "years of an office": ("vaditajs", "/darbinieki/gadi/"),
    "data for the yearly report": ("vaditajs", "/darbinieki/gada-parskats/?year={year}"),
    "staff who lack hours": ("vaditajs", "/darbinieki/?lacks=any"),
    "person who left": ("vaditajs", "/darbinieki/{former}/"),
    "totals": ("ministrija", "/parskats/"),
    "totals of a past year as it is now": ("ministrija", "/parskats/?year={year}&borders=now&region=kurzeme"),
    "employers": ("ministrija", "/parskats/darba-deveji/"),
    "verify": (GUEST, "/parbaudit/"),
    "valid certificate": (GUEST, "/parbaudit/{code}/"),
    "revoked certificate": (GUEST, "/parbaudit/{revoked}/"),
    "unknown certificate": (GUEST, "/parbaudit/AAAAAAAAAAAAAAAAAAAA/"),
    "valid year statement": (GUEST, "/parbaudit/{statement}/"),
    "statement shown to an auditor": (GUEST, "/parbaudit/saite/{token}/"),
    "link of an auditor, over": (GUEST, "/parbaudit/saite/{over}/"),
    "keys of the portal": (GUEST, "/parbaudit/atslegas/"),
    "no such page": (GUEST, "/nav-tadas/"),
    "forbidden": ("specialists", "/darbinieki/"),
}
