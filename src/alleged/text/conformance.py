"""What every reader must hold, as one check that anybody can run over a reader of their own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from alleged.errors import Unreadable
from alleged.model.document import Metadata
from alleged.model.ids import document_id
from alleged.model.vocabulary import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from alleged.model.document import Boilerplate, Extent, Reading, Sentence, Text
    from alleged.text.interface import Reader

_GIVEN = Metadata(title="A given title", publisher="A given publisher", published="2001-02-03", language="xx")


@dataclass(frozen=True, slots=True)
class Sample:
    """Some bytes, and the characters of the original by node, so that every place can be looked up."""

    data: bytes
    find_nodes: Callable[[bytes], Sequence[str]] | None = None


def check_reader(reader: Reader, samples: Iterable[Sample]) -> None:
    """Raise AssertionError with every promise that `reader` breaks over `samples`.

    It may raise Unreadable, and nothing else; the same bytes give the same reading; every run stands in
    the original; sentences and quotations lie inside the text in order, sentences outside boilerplate.
    """
    problems = [problem for sample in samples for problem in find_problems(reader, sample)]
    if problems:
        raise AssertionError(f"{reader.name}: " + "; ".join(problems))


def find_problems(reader: Reader, sample: Sample) -> list[str]:
    """The promises that `reader` breaks over one sample."""
    try:
        reading = reader.read(sample.data, Metadata())
    except Unreadable as error:
        return list(_of_refusal(error))
    problems = [*find_text_problems(reading.text), *_of_reading(reader, sample, reading)]
    if sample.find_nodes:
        problems += _of_places(reading.text, sample.find_nodes(sample.data))
    return problems


def _of_refusal(error: Unreadable) -> Iterator[str]:
    if error.reason not in tuple(Reason):
        yield f"refuses for {error.reason!r}, which is no reason of the list"
    elif Reason(error.reason).status not in (Status.REFUSED, Status.FAILED):
        yield f"refuses for {error.reason}, which is no ground to refuse"
    if not error.what or not error.cure:
        yield f"refuses for {error.reason} without saying what is wrong and what to do"


def _of_reading(reader: Reader, sample: Sample, reading: Reading) -> Iterator[str]:
    document = reading.text.document
    if document.id != document_id(sample.data) or document.media_type is not reader.media_type:
        yield "names a document that is not the one it was given"
    if any(reason.status is not Status.DEGRADED for reason in reading.shortcomings):
        yield "gives a shortcoming that is no ground to call a reading degraded"
    if reader.read(sample.data, Metadata()) != reading:
        yield "reads the same bytes differently"
    given = reader.read(sample.data, _GIVEN).text.document.metadata
    if given != given.overridden_by(_GIVEN):
        yield "does not let given metadata override what the document says"


def find_text_problems(text: Text) -> Iterator[str]:
    """The promises that a text breaks by itself, whatever it was read from."""
    clean = text.clean
    if not text.sentences:
        yield "gives a text without a sentence"
    if "\0" in clean or clean != clean.encode("utf-8", "ignore").decode():
        yield "gives a text with NUL or half a character"
    for name, stretches in _stretches(text):
        if any(not 0 <= s.start < s.end <= len(clean) for s in stretches):
            yield f"gives {name} outside the text or empty"
            return
        if any(a.end > b.start for a, b in pairwise(stretches)):
            yield f"gives {name} that are out of order or overlap"
    yield from _of_sentences(text)


def _of_sentences(text: Text) -> Iterator[str]:
    ends = "".join(text.clean[s.start] + text.clean[s.end - 1] for s in text.sentences if s.start < s.end)
    if any(character.isspace() for character in ends):
        yield "gives sentences with white space at their ends"
    if any(b.paragraph - a.paragraph not in (0, 1) for a, b in pairwise(text.sentences)):
        yield "does not count paragraphs one by one"
    if _overlap(text.sentences, text.boilerplate):
        yield "gives sentences inside boilerplate"


def _stretches(text: Text) -> tuple[tuple[str, Sequence[Sentence | Boilerplate | Extent]], ...]:
    return (
        ("sentences", text.sentences),
        ("boilerplate", text.boilerplate),
        ("quotations", text.quotations),
    )


def _overlap(sentences: Sequence[Sentence], boilerplate: Sequence[Boilerplate]) -> bool:
    marked = sorted([(s.start, s.end, 0) for s in sentences] + [(b.start, b.end, 1) for b in boilerplate])
    return any(a[2] != b[2] and a[1] > b[0] for a, b in pairwise(marked))


def _of_places(text: Text, nodes: Sequence[str]) -> Iterator[str]:
    if any(a.end > b.start for a, b in pairwise(text.runs)):
        yield "gives runs that are out of order or overlap"
    for run in text.runs:
        node = nodes[run.place.node] if 0 <= run.place.node < len(nodes) else ""
        there = node[run.place.offset : run.place.offset + run.end - run.start]
        if not 0 <= run.start < run.end <= len(text.clean) or text.clean[run.start : run.end] != there:
            yield f"gives a run at {run.start}-{run.end} whose characters do not stand at {run.place}"
