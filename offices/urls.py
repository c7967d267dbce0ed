from django.urls import path

from .views import decisions, development, planner, staff, totals

app_name = "offices"

urlpatterns = [
    path("darbinieki/", staff.staff, name="staff"),
    path("darbinieki/lejupieladet.csv", staff.staff_csv, name="staff_csv"),
    path("darbinieki/lejupieladet.xlsx", staff.staff_xlsx, name="staff_xlsx"),
    path("darbinieki/uzaicinat/", decisions.invite, name="invite"),
    path("darbinieki/bez-vaditaja/", decisions.unmanaged, name="unmanaged"),
    path("darbinieki/planotajs/", planner.planner, name="planner"),
    path("darbinieki/<int:person>/", staff.person, name="person"),
    path("darbinieki/<int:person>/attistibas-plans/", development.development_plan, name="development_plan"),
    path("darbinieki/darbavieta/<int:pk>/apstiprinat/", decisions.confirm, name="confirm"),
    path("darbinieki/darbavieta/<int:pk>/labot/", decisions.correct, name="correct"),
    path("darbinieki/darbavieta/<int:pk>/noraidit/", decisions.reject, name="reject"),
    path("darbinieki/darbavieta/<int:pk>/beigt/", decisions.end, name="end"),
    path("parskats/", totals.totals, name="totals"),
    path("parskats/lejupieladet.csv", totals.totals_csv, name="totals_csv"),
    path("parskats/lejupieladet.xlsx", totals.totals_xlsx, name="totals_xlsx"),
]
