from django.urls import path

from .views import annual, decisions, history, papers, staff, totals

app_name = "offices"

urlpatterns = [
    path("darbinieki/", staff.staff, name="staff"),
    path("darbinieki/lejupieladet.csv", staff.staff_csv, name="staff_csv"),
    path("darbinieki/lejupieladet.xlsx", staff.staff_xlsx, name="staff_xlsx"),
    path("darbinieki/uzaicinat/", decisions.invite, name="invite"),
    path("darbinieki/bez-vaditaja/", decisions.unmanaged, name="unmanaged"),
    path("darbinieki/<int:person>/", staff.person, name="person"),
    path("darbinieki/darbavieta/<int:pk>/apstiprinat/", decisions.confirm, name="confirm"),
    path("darbinieki/darbavieta/<int:pk>/labot/", decisions.correct, name="correct"),
    path("darbinieki/darbavieta/<int:pk>/noraidit/", decisions.reject, name="reject"),
    path("darbinieki/darbavieta/<int:pk>/beigt/", decisions.end, name="end"),
    path("darbinieki/parskats.pdf", papers.report, name="report_pdf"),
    path("darbinieki/ieraksti.csv", papers.entries_csv, name="entries_csv"),
    path("darbinieki/ieraksti.xlsx", papers.entries_xlsx, name="entries_xlsx"),
    path("darbinieki/izraksti/<int:pk>.pdf", papers.extract_pdf, name="extract_pdf"),
    path("darbinieki/izraksti/<int:pk>.csv", papers.extract_csv, name="extract_csv"),
    path("darbinieki/gadi/", history.years, name="years"),
    path("darbinieki/gada-parskats/", annual.own, name="annual"),
    path("darbinieki/gada-parskats/lejupieladet.csv", annual.own_csv, name="annual_csv"),
    path("darbinieki/gada-parskats/lejupieladet.xlsx", annual.own_xlsx, name="annual_xlsx"),
    path("parskats/darba-deveji/", annual.employers, name="employers"),
    path("parskats/darba-deveji/lejupieladet.csv", annual.employers_csv, name="employers_csv"),
    path("parskats/darba-deveji/lejupieladet.xlsx", annual.employers_xlsx, name="employers_xlsx"),
    path("parskats/", totals.totals, name="totals"),
    path("parskats/lejupieladet.csv", totals.totals_csv, name="totals_csv"),
    path("parskats/lejupieladet.xlsx", totals.totals_xlsx, name="totals_xlsx"),
]
