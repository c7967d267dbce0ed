"""What each verb answers."""

from datetime import UTC, datetime

from oaipmh.error import BadResumptionTokenError, IdDoesNotExistError, NoRecordsMatchError

from publications.models import Record

from . import answers
from .arguments import check_format, selection
from .records import KINDS, pages_of
from .tokens import resumed, token

BATCH = 50
BEGINNING = datetime(2015, 4, 1, tzinfo=UTC)  # of the project: nothing here is older
CONTACT = "socdarbs@lm.gov.lv"  # of the project


class Repository:
    """The portal as a harvester sees it: the host that identifiers name, and the address that answers."""

    def __init__(self, host, base_url):
        self.host, self.base_url = host, base_url

    def identifier(self, record):
        return f"oai:{self.host}:{record.page_id}"

    def answer(self, root, arguments):
        verb = arguments["verb"]
        VERBS[verb](self, answers.add(root, verb), arguments)

    def record(self, identifier):
        """The record of an identifier, if it is one of ours."""
        prefix, _, number = identifier.rpartition(":")
        known = number.isascii() and number.isdigit() and len(number) < 10 and prefix == f"oai:{self.host}"
        found = Record.objects.filter(page_id=number).first() if known else None
        if found is None:
            raise IdDoesNotExistError("There is nothing with that identifier.")
        return found

    def identify(self, parent, arguments):
        first = Record.objects.first()
        answers.add(parent, "repositoryName", "Socdarbs")
        answers.add(parent, "baseURL", self.base_url)
        answers.add(parent, "protocolVersion", "2.0")
        answers.add(parent, "adminEmail", CONTACT)
        answers.add(parent, "earliestDatestamp", answers.stamp(first.changed_at if first else BEGINNING))
        answers.add(parent, "deletedRecord", "persistent")
        answers.add(parent, "granularity", "YYYY-MM-DDThh:mm:ssZ")

    def list_formats(self, parent, arguments):
        if "identifier" in arguments:
            self.record(arguments["identifier"])
        answers.formats(parent)

    def list_sets(self, parent, arguments):
        if "resumptionToken" in arguments:
            raise BadResumptionTokenError("The list of sets is never cut.")
        for name, model in KINDS.items():
            made = answers.add(parent, "set")
            answers.add(made, "setSpec", name)
            answers.add(made, "setName", str(model._meta.verbose_name_plural))

    def get_record(self, parent, arguments):
        check_format(arguments)
        record = self.record(arguments["identifier"])
        self.write_records(parent, [record])

    def list_records(self, parent, arguments):
        self.listed(parent, arguments, self.write_records)

    def list_identifiers(self, parent, arguments):
        self.listed(parent, arguments, self.write_headers)

    def write_records(self, parent, records):
        pages = pages_of(records)
        for record in records:
            answers.record_element(parent, record, self.identifier(record), pages.get(record.page_id))

    def write_headers(self, parent, records):
        for record in records:
            answers.header(parent, record, self.identifier(record))

    def listed(self, parent, arguments, write):
        """One part of a list, and how to go on: the order is that of change, so what changes meanwhile comes again."""
        chosen, found, cursor = self.chosen(arguments)
        part = list(found[: BATCH + 1])
        if not part:
            raise NoRecordsMatchError("Nothing was changed then.")
        records, more = part[:BATCH], len(part) > BATCH
        write(parent, records)
        if more or cursor:
            text = token(arguments["verb"], chosen, records[-1], cursor + len(records)) if more else ""
            answers.add(parent, "resumptionToken", text, cursor=str(cursor))

    def chosen(self, arguments):
        if "resumptionToken" in arguments:
            chosen, last, cursor = resumed(arguments["verb"], arguments["resumptionToken"])
            return chosen, self.selected(chosen).after(*last), cursor
        check_format(arguments)
        chosen = selection(arguments)
        return chosen, self.selected(chosen), 0

    def selected(self, chosen):
        kind = {"kind": chosen.kind} if chosen.kind else {}
        return Record.objects.filter(**kind).between(chosen.since, chosen.until)


VERBS = {
    "Identify": Repository.identify,
    "ListMetadataFormats": Repository.list_formats,
    "ListSets": Repository.list_sets,
    "ListIdentifiers": Repository.list_identifiers,
    "ListRecords": Repository.list_records,
    "GetRecord": Repository.get_record,
}
