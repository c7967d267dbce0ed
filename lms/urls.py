from django.urls import path

from .views import development, employments, exemptions, learning, notices, outside, plan, quiz, statements, year

app_name = "lms"

urlpatterns = [
    path("mans-gads/", year.home, name="home"),
    path("mans-gads/<int:year>/", year.year, name="year"),
    path("mans-gads/izzinas/", statements.statements, name="statements"),
    path("mans-gads/izzinas/<int:year>/", statements.statement, name="statement"),
    path("mans-gads/izzinas/<int:year>/sanemt/", statements.request_statement, name="request_statement"),
    path("mans-gads/izzinas/<str:code>/saite/", statements.make_audit_link, name="make_audit_link"),
    path("mans-gads/izzinas/saites/<int:pk>/atsaukt/", statements.withdraw_audit_link, name="withdraw_audit_link"),
    path("mans-gads/apliecibas/iesniegt/", outside.submit, name="submit"),
    path("mans-gads/apliecibas/iesniegt/<int:document>/", outside.describe, name="describe"),
    path("mans-gads/apliecibas/<int:pk>/", outside.outside, name="outside"),
    path("mans-gads/apliecibas/<int:pk>/atsaukt/", outside.withdraw, name="withdraw"),
    path("mans-gads/<int:year>/atbrivojums/", exemptions.ask, name="ask_exemption"),
    path("mans-gads/darbavieta/", employments.employments, name="employments"),
    path("mans-gads/darbavieta/nav-saraksta/", employments.request_employer, name="request_employer"),
    path("mans-gads/darbavieta/<int:pk>/beigt/", employments.end_employment, name="end_employment"),
    path("mans-gads/pazinojumi/", notices.notices, name="notices"),
    path("mans-gads/aicinajumi/<int:pk>/pienemt/", employments.accept_invitation, name="accept_invitation"),
    path("mans-gads/aicinajumi/<int:pk>/noraidit/", employments.decline_invitation, name="decline_invitation"),
    path("mans-gads/plans/", plan.plan, name="plan"),
    path("mans-gads/attistibas-plans/", development.development_plan, name="development_plan"),
    path("attistibas-plani/<int:pk>/punkts/", development.add_item, name="add_plan_item"),
    path("attistibas-plani/<int:pk>/punkts/<int:item>/", development.item, name="plan_item"),
    path("attistibas-plani/<int:pk>/punkts/<int:item>/nonemt/", development.remove_item, name="remove_plan_item"),
    path("attistibas-plani/<int:pk>/piekrist/", development.agree, name="agree_to_plan"),
    path("attistibas-plani/<int:pk>/plans.pdf", development.pdf, name="plan_pdf"),
    path("macibas/<uuid:course>/", learning.resume, name="resume"),
    path("macibas/<uuid:course>/sakt/", learning.start, name="start"),
    path("macibas/<uuid:course>/pieteikties/", learning.enrol, name="enrol"),
    path("macibas/<uuid:course>/atteikties/", learning.leave, name="leave"),
    path("macibas/<uuid:course>/pabeigts/", learning.finish, name="finish"),
    path("macibas/<uuid:course>/tests/<uuid:quiz>/", quiz.quiz, name="quiz"),
    path("macibas/<uuid:course>/tests/<uuid:quiz>/sakt/", quiz.start_attempt, name="start_attempt"),
    path("macibas/<uuid:course>/tests/<uuid:quiz>/iesniegt/", quiz.submit_attempt, name="submit_attempt"),
    path("macibas/<uuid:course>/<uuid:lesson>/", learning.lesson, name="lesson"),
    path("macibas/<uuid:course>/<uuid:lesson>/pabeigt/", learning.complete, name="complete"),
]
