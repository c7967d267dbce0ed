from django.urls import path

from .views import decisions, excuses, exemptions, rules, staff, totals

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
    path("darbinieki/darbavieta/<int:pk>/prombutne/", excuses.record, name="record_absence"),
    path("darbinieki/prombutne/<int:pk>/atsaukt/", excuses.withdraw, name="withdraw_absence"),
    path("darbinieki/<int:person>/atbrivojums/", excuses.ask, name="ask_exemption"),
    path("apstiprinasana/atbrivojumi/", exemptions.exemptions, name="exemptions"),
    path("apstiprinasana/atbrivojumi/<int:pk>/", exemptions.decide, name="decide_exemption"),
    path("parskats/", totals.totals, name="totals"),
    path("parskats/lejupieladet.csv", totals.totals_csv, name="totals_csv"),
    path("parskats/lejupieladet.xlsx", totals.totals_xlsx, name="totals_xlsx"),
    path("parskats/normas/", rules.rules, name="rules"),
    path("parskats/normas/jauna/", rules.enact, name="enact_rule"),
    path("parskats/normas/<int:pk>/aizstat/", rules.replace, name="replace_rule"),
]
