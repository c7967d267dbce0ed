"""The editor's form of an episode: one file is uploaded, the rest is read from it and checked against it."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from . import clock, sound, transcripts
from .refusals import told
from .sound import MOST_BYTES, NotPlayable
from .transcripts import reading

TOO_LARGE = _("The file is too large (up to %(most)s MB).")
MEGABYTE = 1024 * 1024
NOT_PLAYED = _("The file holds %(kind)s, whatever its name. Save the recording as MP3 or M4A.")
NO_SOUND = _("There is no sound in this file that a browser could play. Save the recording as MP3 or M4A.")


def file_input(most, **attrs):
    """Tells at once what is too large (static/js/cms/file-size.js), before it is sent."""
    return {"data-most-bytes": most, "data-too-large": TOO_LARGE % {"most": most // MEGABYTE}} | attrs


class EpisodeForm(WagtailAdminPageForm):
    transcript_file = forms.FileField(
        label=_("Transcript file"),
        required=False,
        help_text=_("WebVTT, SRT or JSON; takes the place of the text below."),
        widget=forms.FileInput,
    )

    class Media:
        js = ["js/cms/file-size.js"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["transcript_file"].widget.attrs |= file_input(reading.MOST_BYTES, accept=".vtt,.srt,.json")
        if "audio" in self.fields:
            self.fields["audio"].widget.attrs |= file_input(MOST_BYTES, accept=".mp3,.m4a,audio/mpeg,audio/mp4")

    def clean_audio(self):
        """A new file says itself what it is; one that was there has been asked."""
        audio = self.cleaned_data["audio"]
        self.measured = None
        if isinstance(audio, UploadedFile):
            refuse_large(audio, MOST_BYTES)
            try:
                self.measured = sound.measured(audio)
            except NotPlayable as error:
                raise forms.ValidationError(NOT_PLAYED % {"kind": error.kind} if error.kind else NO_SOUND) from error
        return audio

    def clean_transcript_file(self):
        file = self.cleaned_data["transcript_file"]
        if file is None:
            return None
        refuse_large(file, reading.MOST_BYTES)
        try:
            return transcripts.read(transcripts.decoded(file.read()))
        except transcripts.Unreadable as error:
            raise forms.ValidationError(told(error)) from error

    def clean(self):
        cleaned = super().clean()
        self.take_facts(cleaned)
        self.take_transcript(cleaned)
        self.refuse_same_number(cleaned)
        return cleaned

    def take_facts(self, cleaned):
        if facts := getattr(self, "measured", None):
            self.instance.take(facts)
        elif cleaned.get("audio") is False:
            self.instance.take(sound.Sound())

    def take_transcript(self, cleaned):
        """The file's, else what stands in the box, in one form and within the recording."""
        cues = cleaned.get("transcript_file")
        name = "transcript_file" if cues else "transcript"
        try:
            if cues is None and cleaned.get("transcript", "").strip():
                cues = transcripts.read(cleaned["transcript"])
            if cues:
                self.refuse_beyond(cues)
                cleaned["transcript"] = transcripts.webvtt.write(cues)
        except transcripts.Unreadable as error:
            self.add_error(name, told(error))

    def refuse_beyond(self, cues):
        end = self.instance.duration
        late = next((position for position, cue in enumerate(cues, 1) if end and cue.start >= end), None)
        if late:
            raise transcripts.Unreadable("beyond", position=late, end=clock.shown(end))

    def refuse_same_number(self, cleaned):
        number, season = cleaned.get("number"), cleaned.get("season")
        if number is None:
            return
        others = type(self.instance).objects.child_of(self.parent_page).filter(number=number, season=season)
        if others.exclude(pk=self.instance.pk).exists():
            self.add_error("number", _("There is an episode with this number already."))

    def is_valid(self):
        """All rows are looked at, also when the page itself has errors, so that all are told at once."""
        fine = super().is_valid()
        return all([fine, *(self.is_within(name) for name in ("chapters", "soundbites"))])

    def is_within(self, name):
        """Whether all rows begin within the recording, none where another does."""
        rows, seen = self.formsets.get(name), set()
        if rows is None or not rows.is_bound:
            return True
        for row in rows.forms:
            if (
                row.errors
                or row in rows.deleted_forms
                or (start := getattr(row, "cleaned_data", {}).get("start")) is None
            ):
                continue
            if self.instance.duration and start >= self.instance.duration:
                end = {"end": clock.shown(self.instance.duration)}
                row.add_error("start", _("This lies beyond the end of the recording (%(end)s).") % end)
            elif start in seen:
                row.add_error("start", _("Another one begins at the same moment."))
            seen.add(start)
        return not any(row.errors for row in rows.forms)


def refuse_large(file, most):
    if file.size > most:
        raise forms.ValidationError(TOO_LARGE % {"most": most // MEGABYTE})
