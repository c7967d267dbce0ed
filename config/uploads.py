"""What a request may bring: without a limit anyone could fill the disk before a page has looked at the file."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

MOST_BYTES = 100 * 1024 * 1024  # editors' documents; people's files have lower limits of their own


class Limit(FileUploadHandler):
    def handle_raw_input(self, input_data, meta, content_length, boundary, encoding=None):
        if content_length > MOST_BYTES:
            raise RequestDataTooBig("the request is larger than any file that is taken")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        """The next handler keeps the file."""
