"""What a reader is: a part that turns the bytes of one media type into a `Text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from alleged.model.document import Metadata, Reading
    from alleged.model.vocabulary import MediaType


class Reader(Protocol):
    """Reads documents of one media type; the same bytes and metadata always give the same reading."""

    name: str
    version: str
    media_type: MediaType

    def read(self, data: bytes, given: Metadata) -> Reading:
        """The text of `data`; `given` overrides what the document says of itself. Raises Unreadable."""
        ...
