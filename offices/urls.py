from django.urls import path

from .views import decisions, imports, staff, totals

app_name = "offices"

urlpatterns = [
    path("darbinieki/", staff.staff, name="staff"),
    path("darbinieki/lejupieladet.csv", staff.staff_csv, name="staff_csv"),
    path("darbinieki/lejupieladet.xlsx", staff.staff_xlsx, name="staff_xlsx"),
    path("darbinieki/uzaicinat/", decisions.invite, name="invite"),
    path("darbinieki/bez-vaditaja/", decisions.unmanaged, name="unmanaged"),
    path("darbinieki/imports/", imports.imports, name="imports"),
    path("darbinieki/imports/veidne-<slug:kind>.xlsx", imports.import_template_xlsx, name="import_template_xlsx"),
    path("darbinieki/imports/veidne-<slug:kind>.csv", imports.import_template_csv, name="import_template_csv"),
    path("darbinieki/imports/<int:pk>/", imports.import_run, name="import_run"),
    path("darbinieki/imports/<int:pk>/kludas.csv", imports.import_errors, name="import_errors"),
    path("darbinieki/imports/<int:pk>/apstiprinat/", imports.import_confirm, name="import_confirm"),
    path("darbinieki/imports/<int:pk>/atmest/", imports.import_abandon, name="import_abandon"),
    path("darbinieki/<int:person>/", staff.person, name="person"),
    path("darbinieki/darbavieta/<int:pk>/apstiprinat/", decisions.confirm, name="confirm"),
    path("darbinieki/darbavieta/<int:pk>/labot/", decisions.correct, name="correct"),
    path("darbinieki/darbavieta/<int:pk>/noraidit/", decisions.reject, name="reject"),
    path("darbinieki/darbavieta/<int:pk>/beigt/", decisions.end, name="end"),
    path("parskats/", totals.totals, name="totals"),
    path("parskats/lejupieladet.csv", totals.totals_csv, name="totals_csv"),
    path("parskats/lejupieladet.xlsx", totals.totals_xlsx, name="totals_xlsx"),
]
