"""What a harvester may ask and how; whatever is wrong is one of the protocol's errors."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from oaipmh.error import BadArgumentError, BadVerbError, CannotDisseminateFormatError
from oaipmh.validation import BadArgumentError as Invalid
from oaipmh.validation import validateResumptionArguments

VERBS = ("Identify", "ListMetadataFormats", "ListSets", "ListIdentifiers", "ListRecords", "GetRecord")
PREFIX = "oai_dc"
DAY, SECOND = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
WORD = r"[A-Za-z0-9\-_.!~*'()]+"
FORMS = {"metadataPrefix": re.compile(WORD), "set": re.compile(rf"{WORD}(:{WORD})*")}
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Selection:
    """Which records a list is of."""

    kind: str = ""
    since: datetime | None = None
    until: datetime | None = None


def checked(query: dict[str, list[str]]) -> dict[str, str]:
    """The arguments, once each, as the verb wants them."""
    verbs = query.get("verb", [])
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise BadVerbError("The argument “verb” must be one of: " + ", ".join(VERBS) + ".")
    if repeated := sorted(name for name, values in query.items() if len(values) > 1):
        raise BadArgumentError(f"Given more than once: {readable(', '.join(repeated))}.")
    arguments = {name: values[0] for name, values in query.items()}
    verb = arguments.pop("verb")
    try:
        validateResumptionArguments(verb, {"from_" if name == "from" else name: arguments[name] for name in arguments})
    except Invalid as error:
        raise BadArgumentError(readable(str(error))) from None
    if any(not form.fullmatch(arguments.get(name, "x")) for name, form in FORMS.items()):
        raise BadArgumentError("A set or a format is not named like that.")
    if any(NO_XML.search(value) for value in arguments.values()):
        raise BadArgumentError("An argument holds signs that XML cannot.")
    return {"verb": verb} | arguments


def readable(text):
    return NO_XML.sub("", text)


def check_format(arguments):
    if arguments["metadataPrefix"] != PREFIX:
        raise CannotDisseminateFormatError(f"Only the format “{PREFIX}” is there.")


def selection(arguments) -> Selection:
    since, until = arguments.get("from"), arguments.get("until")
    if since and until and bool(DAY.fullmatch(since)) != bool(DAY.fullmatch(until)):
        raise BadArgumentError("“from” and “until” differ in granularity.")
    chosen = Selection(arguments.get("set", ""), moment("from", since), moment("until", until))
    if chosen.since and chosen.until and chosen.since > chosen.until:
        raise BadArgumentError("“from” is later than “until”.")
    return chosen


def moment(name, text):
    """A day as „until” means its last second."""
    if text is None:
        return None
    try:
        if SECOND.fullmatch(text):
            return datetime.fromisoformat(text)
        if DAY.fullmatch(text):
            last = timedelta(days=1, seconds=-1) if name == "until" else timedelta()
            return datetime.fromisoformat(text).replace(tzinfo=UTC) + last
    except (ValueError, OverflowError):
        pass
    raise BadArgumentError(f"“{name}” is not a date of the form YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.")
