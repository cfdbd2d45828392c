"""Adding documents: files from this machine, words that were copied, and what comes of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from alleged.exports.documents import table_inputs
from alleged.flow.marking import mark_at_reading
from alleged.model.access import TLP, Right, read_label
from alleged.model.document import Metadata
from alleged.model.edtf import is_date
from alleged.server.asking import AskedWronglyError
from alleged.server.batches import Handed, Order
from alleged.server.bookmarklet import make_bookmarklet
from alleged.server.gate.bodies import MEGABYTE, tell_size
from alleged.server.gate.sessions import go
from alleged.server.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.responses import Response

    from alleged.model.access import Marking
    from alleged.server.asking import Asked
    from alleged.server.desk import Desk

MOST_BYTES = 128 * MEGABYTE
"""Of all files that are sent at once."""
LONGEST_NAME = 200
PASTED = "pasted words"
UNNAMED = "file without a name"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")


def show_add(desk: Desk, asked: Asked) -> Page:
    """The ways in which documents come in."""
    shown = {
        "may_add": desk.may(Right.APPEND),
        "bookmarklet": make_bookmarklet(asked.base),
        "most": tell_size(MOST_BYTES),
        "labels": TLP,
    }
    return Page("add.html", "Add documents", shown)


def add_files(desk: Desk, asked: Asked) -> Response:
    """Read the files that were sent."""
    if not asked.uploads:
        raise AskedWronglyError("no file was chosen", cure="go back and choose one or several")
    given = Metadata(publisher=asked.text("publisher") or None, published=read_published(asked))
    handed = tuple(Handed(name_file(upload.name), upload.data) for upload in asked.uploads)
    return begin(desk, asked, handed, given)


def add_words(desk: Desk, asked: Asked) -> Response:
    """Read words that were pasted."""
    words = asked.words("words")
    if not words.strip():
        raise AskedWronglyError("no words were pasted", cure="go back and paste those of the document")
    title = asked.text("title")
    given = Metadata(
        title or None, asked.text("publisher") or None, None, read_published(asked), read_url(asked)
    )
    handed = Handed(name_file(title) if title else PASTED, words.encode("utf-8", "replace"), given)
    return begin(desk, asked, (handed,))


def show_batch(desk: Desk, asked: Asked) -> Page:
    """What came of documents that were added, as far as they are read."""
    batch = desk.batches.find(asked.part("batch"), desk.who)
    if batch is None:
        cure = "the list of documents has everything that was read"
        raise AskedWronglyError("there is no such batch of documents, or it is long ago", cure=cure)
    inputs = tuple(batch.inputs)
    return Page(
        "batch.html", "Adding documents", {"batch": batch, "inputs": inputs}, lambda: table_inputs(inputs)
    )


def begin(desk: Desk, asked: Asked, handed: Sequence[Handed], given: Metadata | None = None) -> Response:
    """Begin to read documents, and go where one sees what comes of them."""
    check_may_add(desk)
    order = Order(desk.ledger, desk.who, handed, given or Metadata(), read_mark(desk, asked))
    return go(f"/documents/batch/{desk.batches.begin(order).id}")


def check_may_add(desk: Desk) -> None:
    """Raise AskedWronglyError for who may only look."""
    if not desk.may(Right.APPEND):
        raise AskedWronglyError("you may look at this ledger and not add to it", cure="ask one of its admins")


def read_mark(desk: Desk, asked: Asked) -> Callable[[str], Marking] | None:
    """What marks new documents as the form says; None where it does not."""
    written = asked.text("marking")
    if not written:
        return None
    if not desk.who:
        raise AskedWronglyError("nobody is named who could mark", cure="start 'alleged --as NAME serve'")
    try:
        return mark_at_reading(read_label(written), desk.who)
    except ValueError as error:
        raise AskedWronglyError(str(error)) from error


def read_published(asked: Asked) -> str | None:
    """The date of publication that a form gives."""
    written = asked.text("published")
    if written and not is_date(written):
        cure = "write it as 2024-03-25, 2024-03 or 2024"
        raise AskedWronglyError(f"“{written[:40]}” is no date", cure=cure)
    return written or None


def read_url(asked: Asked) -> str | None:
    """The address of a document that a form gives: one of the web."""
    written = asked.text("url")
    if written and not is_web_address(written):
        raise AskedWronglyError(f"“{written[:40]}” is no address of the web", cure="it begins with https://")
    return written or None


def is_web_address(written: str) -> bool:
    """Whether it is an address of the web with a host, and without white space."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", written)


def name_file(sent: str) -> str:
    """The name of a file without its folders, as it is kept."""
    name = _CONTROLS.sub("", sent.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    return name[:LONGEST_NAME] or UNNAMED
