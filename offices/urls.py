from django.urls import path

from .views import approvers, assignments, decisions, papers, queue, reminders, rules, staff, submitting, totals

app_name = "offices"

urlpatterns = [
    path("darbinieki/", staff.staff, name="staff"),
    path("darbinieki/lejupieladet.csv", staff.staff_csv, name="staff_csv"),
    path("darbinieki/lejupieladet.xlsx", staff.staff_xlsx, name="staff_xlsx"),
    path("darbinieki/uzaicinat/", decisions.invite, name="invite"),
    path("darbinieki/bez-vaditaja/", decisions.unmanaged, name="unmanaged"),
    path("darbinieki/atgadinat/", reminders.remind, name="remind"),
    path("darbinieki/norikojumi/", assignments.assignments, name="assignments"),
    path("darbinieki/norikot/", assignments.assign, name="assign"),
    path("darbinieki/norikojumi/<int:pk>/atsaukt/", assignments.withdraw, name="withdraw"),
    path("darbinieki/<int:person>/", staff.person, name="person"),
    path("darbinieki/darbavieta/<int:pk>/apstiprinat/", decisions.confirm, name="confirm"),
    path("darbinieki/darbavieta/<int:pk>/labot/", decisions.correct, name="correct"),
    path("darbinieki/darbavieta/<int:pk>/noraidit/", decisions.reject, name="reject"),
    path("darbinieki/darbavieta/<int:pk>/beigt/", decisions.end, name="end"),
    path("darbinieki/apstiprinataji/", approvers.approvers, name="approvers"),
    path("darbinieki/apstiprinataji/<int:pk>/beigt/", approvers.end, name="end_approver"),
    path("darbinieki/<int:person>/apliecibas/", submitting.submit_for, name="submit_for"),
    path("darbinieki/<int:person>/apliecibas/<int:document>/", submitting.describe_for, name="describe_for"),
    path("apstiprinasana/", queue.queue, name="queue"),
    path("apstiprinasana/apstiprinat/", queue.approve_all, name="approve_all"),
    path("apstiprinasana/izlase/", queue.sample, name="sample"),
    path("apstiprinasana/<int:pk>/", queue.certificate, name="certificate"),
    path("apstiprinasana/<int:pk>/labot/", queue.correct_certificate, name="correct_certificate"),
    path("apstiprinasana/<int:pk>/apskatita/", queue.mark_seen, name="mark_seen"),
    path("darbinieki/parskats.pdf", papers.report, name="report_pdf"),
    path("darbinieki/ieraksti.csv", papers.entries_csv, name="entries_csv"),
    path("darbinieki/ieraksti.xlsx", papers.entries_xlsx, name="entries_xlsx"),
    path("darbinieki/izraksti/<int:pk>.pdf", papers.extract_pdf, name="extract_pdf"),
    path("darbinieki/izraksti/<int:pk>.csv", papers.extract_csv, name="extract_csv"),
    path("parskats/", totals.totals, name="totals"),
    path("parskats/lejupieladet.csv", totals.totals_csv, name="totals_csv"),
    path("parskats/lejupieladet.xlsx", totals.totals_xlsx, name="totals_xlsx"),
    path("parskats/normas/", rules.rules, name="rules"),
    path("parskats/normas/jauna/", rules.enact, name="enact_rule"),
    path("parskats/normas/<int:pk>/aizstat/", rules.replace, name="replace_rule"),
]
