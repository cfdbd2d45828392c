"""Bytes to text: one reader a media type, each keeping an exact map to the original."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from alleged.errors import Place, Unreadable
from alleged.model.vocabulary import MediaType, Reason
from alleged.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.model.document import Metadata, Reading
    from alleged.text.interface import Reader

SIZE_LIMIT = 64 * 2**20
"""Bytes that a document may have."""

READERS: Registry[type[Reader]] = Registry(
    "readers",
    {
        "text": "alleged.text.plain:TextReader",
        "markdown": "alleged.text.markdown:MarkdownReader",
        "html": "alleged.text.html:HtmlReader",
        "pdf": "alleged.text.pdf:PdfReader",
    },
)
"""The readers by name; each is imported when it is first needed."""

_READER_OF = {
    MediaType.TEXT: "text",
    MediaType.MARKDOWN: "markdown",
    MediaType.HTML: "html",
    MediaType.PDF: "pdf",
}


def read_document(data: bytes, source: str, given: Metadata) -> Reading:
    """The reading of a document of any media type, told by its content and never by its name.

    `source` is the path or address for messages. Raises Unreadable, which says what is wrong and what to do.
    """
    with placed(source):
        return read_bytes(data, given)


@contextmanager
def placed(source: str) -> Iterator[None]:
    """Gives what is refused inside its place: the path or address of the document."""
    try:
        yield
    except Unreadable as error:
        raise Unreadable(error.reason, error.what, Place(source), error.cure) from error


def read_bytes(data: bytes, given: Metadata) -> Reading:
    """The same without a name for messages."""
    from alleged.text.media import find_media_type  # noqa: PLC0415 - readers and their tools wait until needed

    check_size(data)
    reader = READERS.get(_READER_OF[find_media_type(data)])()
    return reader.read(data, given)


def check_size(data: bytes) -> None:
    """Raise Unreadable for more bytes than a document may have."""
    if len(data) > SIZE_LIMIT:
        what = f"has {len(data):,} bytes, more than the {SIZE_LIMIT:,} that are read"
        raise Unreadable(Reason.TOO_LARGE, what, cure="split it")
