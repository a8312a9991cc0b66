"""How files arrive: in memory, each up to what a file may have, and not all too many."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from storyloop.exchange.intake import MOST

if TYPE_CHECKING:
    from django.http import HttpRequest

# The most that all files of one form may have, in bytes.
MOST_AT_ONCE = 25_000_000


class UploadTooLarge(RequestDataTooBig):
    """The files of one form are larger than all files together may be."""


class BoundedUpload(FileUploadHandler):
    """Keeps a file in memory as far as one byte beyond the limit, by which it is seen to be larger.

    A request that says that it is too large in all is refused before any of it is read.
    """

    def __init__(self, request: HttpRequest | None = None) -> None:
        super().__init__(request)
        self._kept = io.BytesIO()

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ANN401, ARG002 - Django's signature
        META: Any,  # noqa: ANN401, ARG002, N803
        content_length: int,
        boundary: Any,  # noqa: ANN401, ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Refuse what is too large in all; raise UploadTooLarge."""
        if content_length > MOST_AT_ONCE:
            raise UploadTooLarge

    def new_file(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401
        """Begin a file."""
        super().new_file(*arguments, **options)
        self._kept = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002
        """Keep the next piece, or what there is room for."""
        self._kept.write(raw_data[: MOST + 1 - self._kept.tell()])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:  # noqa: ARG002
        """Return the file."""
        size = self._kept.tell()
        self._kept.seek(0)
        return InMemoryUploadedFile(
            self._kept,
            self.field_name,
            self.file_name,
            self.content_type,
            size,
            self.charset,
            self.content_type_extra,
        )
