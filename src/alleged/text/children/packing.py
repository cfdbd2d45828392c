"""A reading as plain values and back: what comes back is checked like the work of any foreign reader."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from alleged.model.document import (
    Boilerplate,
    Document,
    Extent,
    Metadata,
    Place,
    Reading,
    Run,
    Sentence,
    Text,
)
from alleged.model.ids import document_id
from alleged.model.vocabulary import Genre, MediaType, Part, Reason, Status
from alleged.text.children.frames import Frame
from alleged.text.children.plain import (
    Head,
    PackingError,
    get_code,
    get_count,
    get_list,
    get_object,
    get_text,
)
from alleged.text.conformance import find_text_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_VALUE = 10_000
"""Characters that a title or any other value about a document may have."""

_PARTS = tuple(Part)
_WIDTHS = {"runs": 4, "sentences": 4, "boilerplate": 2, "quotations": 2}
"""Numbers that each row of a table takes."""
_NUMBER = array("q").itemsize


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reading was asked for: the bytes, and what is known of them."""

    data: bytes
    given: Metadata


def pack_metadata(metadata: Metadata) -> Head:
    """The values that are known."""
    values = {name: getattr(metadata, name) for name in metadata.__slots__}
    return {name: str(value) for name, value in values.items() if value is not None}


def unpack_metadata(head: Head) -> Metadata:
    """The same values; raises PackingError where one is unknown, no text or longer than a title can be."""
    if not set(head) <= set(Metadata.__slots__):
        raise PackingError("it tells something of the document that documents do not have")
    values: Head = {name: get_text(head, name, LONGEST_VALUE) for name in head}
    if "genre" in values:
        values["genre"] = get_code(Genre, values["genre"])
    return Metadata(**values)


def pack_reading(reading: Reading) -> Frame:
    """The reading as a small head, and a body of the clean text and tables of numbers."""
    text = reading.text
    clean = text.clean.encode()
    tables = {name: array("q", numbers) for name, numbers in _tables(text)}
    head = {
        "media_type": text.document.media_type.value,
        "metadata": pack_metadata(text.document.metadata),
        "reader": text.reader,
        "reader_version": text.reader_version,
        "shortcomings": [reason.value for reason in reading.shortcomings],
        "why": [part.why for part in text.boilerplate],
        "clean": len(clean),
        "tables": {name: len(table) for name, table in tables.items()},
    }
    return Frame(head, b"".join((clean, *(table.tobytes() for table in tables.values()))))


def _tables(text: Text) -> Iterator[tuple[str, Iterable[int]]]:
    yield "runs", _flat((r.start, r.end, r.place.node, r.place.offset) for r in text.runs)
    yield "sentences", _flat((s.start, s.end, s.paragraph, _PARTS.index(s.part)) for s in text.sentences)
    yield "boilerplate", _flat((b.start, b.end) for b in text.boilerplate)
    yield "quotations", _flat((q.start, q.end) for q in text.quotations)


def _flat(rows: Iterable[tuple[int, ...]]) -> Iterable[int]:
    return chain.from_iterable(rows)


def unpack_reading(frame: Frame, asked: Asked) -> Reading:
    """The reading that `frame` tells; raises PackingError where it breaks a promise that readers make.

    The id of the document is taken from our own bytes, and what was given outranks what comes back.
    """
    head = frame.head
    clean, tables = _cut_body(frame)
    document = Document(
        document_id(asked.data),
        get_code(MediaType, head.get("media_type")),
        _unpack_found(get_object(head, "metadata"), asked.given),
    )
    text = Text(
        document=document,
        reader=get_text(head, "reader"),
        reader_version=get_text(head, "reader_version"),
        clean=clean,
        runs=tuple(Run(start, end, Place(node, at)) for start, end, node, at in tables["runs"]),
        boilerplate=_make_boilerplate(tables["boilerplate"], get_list(head, "why")),
        sentences=tuple(Sentence(a, b, number, _part(part)) for a, b, number, part in tables["sentences"]),
        quotations=tuple(Extent(start, end) for start, end in tables["quotations"]),
    )
    _check_text(text)
    return Reading(text, _read_shortcomings(get_list(head, "shortcomings")))


def _unpack_found(head: Head, given: Metadata) -> Metadata:
    """What the document says of itself where we do not know it better."""
    unknown = {name: value for name, value in head.items() if getattr(given, name, None) is None}
    return unpack_metadata(unknown).overridden_by(given)


def _cut_body(frame: Frame) -> tuple[str, dict[str, list[tuple[int, ...]]]]:
    sizes = get_object(frame.head, "tables")
    counts = [get_count(frame.head, "clean"), *(get_count(sizes, name) * _NUMBER for name in _WIDTHS)]
    if sum(counts) != len(frame.body):
        raise PackingError("it is not as long as it says")
    pieces: list[bytes] = []
    start = 0
    for size in counts:
        pieces.append(frame.body[start : start + size])
        start += size
    rows = {
        name: _rows(piece, width) for (name, width), piece in zip(_WIDTHS.items(), pieces[1:], strict=True)
    }
    return _decode(pieces[0]), rows


def _decode(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise PackingError("its text is no UTF-8") from error


def _rows(data: bytes, width: int) -> list[tuple[int, ...]]:
    numbers = array("q")
    numbers.frombytes(data)
    if len(numbers) % width:
        raise PackingError("a table of it has half a row")
    return list(zip(*[iter(numbers)] * width, strict=True))


def _check_text(text: Text) -> None:
    runs = text.runs
    if any(not 0 <= run.start < run.end <= len(text.clean) for run in runs):
        raise PackingError("it gives runs outside the text or empty")
    if any(before.end > after.start for before, after in pairwise(runs)):
        raise PackingError("it gives runs that are out of order or overlap")
    if any(run.place.node < 0 or run.place.offset < 0 for run in runs):
        raise PackingError("it gives places that no document has")
    for problem in find_text_problems(text):
        raise PackingError(f"it {problem}")


def _make_boilerplate(rows: Sequence[tuple[int, ...]], reasons: list[Any]) -> tuple[Boilerplate, ...]:
    if len(rows) != len(reasons) or not all(isinstance(why, str) for why in reasons):
        raise PackingError("it does not say why each part is boilerplate")
    return tuple(Boilerplate(start, end, why) for (start, end), why in zip(rows, reasons, strict=True))


def _read_shortcomings(codes: list[Any]) -> tuple[Reason, ...]:
    reasons = tuple(get_code(Reason, code) for code in codes)
    if any(reason.status is not Status.DEGRADED for reason in reasons):
        raise PackingError("it gives a shortcoming that is no ground to call a reading degraded")
    return reasons


def _part(index: int) -> Part:
    if not 0 <= index < len(_PARTS):
        raise PackingError(f"{index} is no part of a document")
    return _PARTS[index]
