from django.http import FileResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from ..models import Document


@require_safe
def document(request, pk):
    """The file that someone brought, to be saved: browsers never show it on the portal's pages."""
    kept = get_object_or_404(Document.objects.visible_to(request.user), pk=pk)
    return FileResponse(kept.file.open(), as_attachment=True, filename=kept.name)
