"""Blocks that any page may hold; lessons add their own (courses/blocks.py)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
INLINE_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("quote"))
    source = blocks.CharBlock(label=_("source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blocks/quote.html"


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label=_("image"))
    alt = blocks.CharBlock(
        label=_("alternative text"), required=False, help_text=_("What the picture tells; leave empty for decoration.")
    )
    caption = blocks.CharBlock(label=_("caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Figure")
        template = "blocks/figure.html"


class VideoBlock(blocks.StructBlock):
    video = VideoChooserBlock(label=_("video"))
    captions = DocumentChooserBlock(label=_("captions (WebVTT file)"))
    transcript = blocks.RichTextBlock(label=_("transcript"), features=INLINE_FEATURES, required=False)

    class Meta:
        icon = "media"
        label = _("Video with captions")
        template = "blocks/video.html"

    def clean(self, value):
        value = super().clean(value)
        if not value["captions"].filename.lower().endswith(".vtt"):
            raise blocks.StructBlockValidationError(
                {"captions": ValidationError(_("Choose a file that ends in .vtt."))}
            )
        return value


class AudioBlock(blocks.StructBlock):
    audio = AudioChooserBlock(label=_("audio"))
    transcript = blocks.RichTextBlock(label=_("transcript"), features=INLINE_FEATURES)

    class Meta:
        icon = "media"
        label = _("Audio")
        template = "blocks/audio.html"


class DownloadBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(label=_("title"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Download")
        template = "blocks/download.html"


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"))
    text = blocks.RichTextBlock(label=_("text"), features=INLINE_FEATURES)


class AccordionBlock(blocks.StructBlock):
    items = blocks.ListBlock(AccordionItemBlock(), label=_("items"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Accordion")
        template = "blocks/accordion.html"


class CalloutBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("title"), required=False)
    text = blocks.RichTextBlock(label=_("text"), features=INLINE_FEATURES)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"


class ReadingBlock(blocks.StreamBlock):
    """What can be read, seen, heard and taken along."""

    text = blocks.RichTextBlock(label=_("Text"), features=TEXT_FEATURES, icon="pilcrow", template="blocks/text.html")
    quote = QuoteBlock()
    figure = FigureBlock()
    video = VideoBlock()
    audio = AudioBlock()
    download = DownloadBlock()
    accordion = AccordionBlock()
    callout = CalloutBlock()
