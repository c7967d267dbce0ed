from wagtail import hooks

from .viewsets import ComplianceViewSetGroup


@hooks.register("register_admin_viewset")
def register_compliance():
    return ComplianceViewSetGroup()
