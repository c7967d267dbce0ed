"""CSL: what stands in the place of an unknown author is not said again.

citeproc-py keeps that for a variable which the substitute names, not for those of a macro which it names. It builds a
style from the last direct subclass of CitationStylesElement that bears an element's name: so these are used.
"""

from citeproc import model

TEXT = f"{{{model.CitationStylesElement.nsmap['cs']}}}text"
SAID = "said"  # beside the tags in what citeproc keeps for each reference


class Text(model.Text, model.CitationStylesElement):
    def _variable(self, item, context):
        text = super()._variable(item, context)
        if text:
            context.get_layout().repressed.setdefault(SAID, []).append(self.get("variable"))
        return text


class Substitute(model.Substitute, model.CitationStylesElement):
    def render(self, item, context=None, **kwargs):
        repressed = context.get_layout().repressed
        before = len(repressed.get(SAID, []))
        text = super().render(item, context=context, **kwargs)
        repressed.setdefault(TEXT, []).extend(repressed.get(SAID, [])[before:])
        return text
