from django import template

register = template.Library()

CODE = {"inputmode": "numeric", "class": "input-code"}


@register.filter
def plain_fields(form):
    """allauth's form without the placeholders that repeat its labels; a field for a code looks like one."""
    for field in form.fields.values():
        attrs = field.widget.attrs
        attrs.pop("placeholder", None)
        if attrs.get("autocomplete") == "one-time-code":
            attrs |= CODE
    return form
