from django.urls import path

from .views import employments, exemptions, learning, quiz, year

app_name = "lms"

urlpatterns = [
    path("mans-gads/", year.home, name="home"),
    path("mans-gads/<int:year>/", year.year, name="year"),
    path("mans-gads/<int:year>/atbrivojums/", exemptions.ask, name="ask_exemption"),
    path("mans-gads/darbavieta/", employments.employments, name="employments"),
    path("mans-gads/darbavieta/nav-saraksta/", employments.request_employer, name="request_employer"),
    path("mans-gads/darbavieta/<int:pk>/beigt/", employments.end_employment, name="end_employment"),
    path("mans-gads/aicinajumi/<int:pk>/pienemt/", employments.accept_invitation, name="accept_invitation"),
    path("mans-gads/aicinajumi/<int:pk>/noraidit/", employments.decline_invitation, name="decline_invitation"),
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
