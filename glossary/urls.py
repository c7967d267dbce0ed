from django.urls import path

from .views import public

app_name = "glossary"
urlpatterns = [
    path("vardnica/<int:number>/", public.term, name="term"),
    path("vardnica/<int:number>/skaidrojums/", public.explanation, name="explanation"),
    path("vardnica/<int:number>.json", public.term_json, name="term_json"),
    path("vardnica/vardnica.<slug:form>", public.download, name="download"),
]
