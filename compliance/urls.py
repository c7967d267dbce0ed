from django.urls import path

from .views import audit, certificates, documents, seals

app_name = "compliance"

urlpatterns = [
    path("parbaudit/", certificates.check, name="check"),
    path("parbaudit/atslegas/", seals.keys, name="keys"),
    path("parbaudit/atslegas/<slug:fingerprint>.pem", seals.key, name="key"),
    path("parbaudit/saite/<str:token>/", audit.statement, name="audit"),
    path("parbaudit/saite/<str:token>/izzina.pdf", audit.pdf, name="audit_pdf"),
    path("parbaudit/saite/<str:token>/izzina.json", audit.facts, name="audit_facts"),
    path("parbaudit/saite/<str:token>/izzina.sig", audit.signature, name="audit_signature"),
    path("parbaudit/<str:code>/", certificates.verify, name="verify"),
    path("mans-gads/apliecibas/<str:code>.pdf", certificates.certificate, name="certificate"),
    path("mans-gads/apliecibas/<str:code>.json", seals.facts, name="facts"),
    path("mans-gads/apliecibas/<str:code>.sig", seals.signature, name="signature"),
    path("mans-gads/dokumenti/<int:pk>/", documents.document, name="document"),
]
