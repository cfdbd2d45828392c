"""From a source to its claims: open, read, extract, link. Pure but for opening the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alleged.errors import AnchorError
from alleged.flow.outcomes import Attempt, StageError, at_stage, done, find_shortcomings, stopped
from alleged.flow.sources import close_behind, open_source
from alleged.model.document import Metadata
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Reason
from alleged.resolve.responses import link_responses
from alleged.text import SIZE_LIMIT
from alleged.text.children.reading import read_in_child

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from alleged.extract.interface import Extractor
    from alleged.flow.sources import Source
    from alleged.model.access import Marking
    from alleged.model.claim import Claim
    from alleged.model.document import Input, Reading, Text
    from alleged.model.link import Relation


@dataclass(frozen=True, slots=True)
class Plan:
    """How to read: the engine, what is known of the documents, and the limits.

    Bytes are read in a child process, unless `read` says otherwise.
    `strict` raises on the first document that fails, instead of going on with the rest.
    """

    extractor: Extractor
    given: Metadata = field(default_factory=Metadata)
    max_bytes: int = SIZE_LIMIT
    strict: bool = False
    read: Callable[[bytes, str, Metadata], Reading] = read_in_child
    """What makes a reading of bytes, under a name for messages."""
    mark: Callable[[str], Marking] | None = None
    """What marks a new document, by its id."""

    def attempt(self, source: Source) -> Attempt:
        """What is tried with `source`."""
        return Attempt(source.name, self.given_for(source), self.extractor)

    def given_for(self, source: Source) -> Metadata:
        """What is known of the document of `source`: what was said to all outranks where it was found."""
        return source.given.overridden_by(self.given)


@dataclass(frozen=True, slots=True)
class Opened:
    """A document's bytes and what the reader made of them."""

    data: bytes
    reading: Reading


@dataclass(frozen=True, slots=True)
class Findings:
    """The claims of a text, in reading order, and the links among them."""

    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of a source without a ledger; `text` is None where it could not be read."""

    input: Input
    text: Text | None = None
    findings: Findings = field(default_factory=Findings)


def extract_files(sources: Iterable[Source], plan: Plan) -> Iterator[Extraction]:
    """The claims of each source in turn; one that fails gives its reason, and the rest goes on."""
    for source in close_behind(sources):
        yield extract_file(source, plan)


def extract_file(source: Source, plan: Plan) -> Extraction:
    """The claims of one source, kept nowhere."""
    try:
        opened = read_source(source, plan)
        findings = find_claims(opened.reading, plan.extractor)
    except StageError as stop:
        if plan.strict:
            raise stop.error from stop
        return Extraction(stopped(plan.attempt(source), stop))
    return Extraction(
        done(plan.attempt(source), opened.reading, findings.claims), opened.reading.text, findings
    )


def read_source(source: Source, plan: Plan) -> Opened:
    """The first two stages, open and read; raises StageError."""
    with at_stage("open"):
        data = open_source(source, plan.max_bytes)
    with at_stage("read"):
        return Opened(data, plan.read(data, source.name, plan.given_for(source)))


def find_claims(reading: Reading, extractor: Extractor) -> Findings:
    """The next two stages, extract and link; raises StageError. Takes no claims in a foreign language."""
    if Reason.OTHER_LANGUAGE in find_shortcomings(reading, extractor):
        return Findings()
    with at_stage("extract"):
        claims = extractor.extract(reading.text)
        _check_claims(claims, reading.text)
    with at_stage("link"):
        linked = link_responses(claims)
        _check_claims(linked.claims, reading.text)
    return Findings(linked.claims, linked.relations)


def _check_claims(claims: tuple[Claim, ...], text: Text) -> None:
    """Refuses words that the text does not hold, whichever engine they come from."""
    for claim in claims:
        if (claim.document, claim.text) != (text.document.id, text.id):
            raise AnchorError(f"the claim {claim.content.exact!r} says that it is from another text")
        for span in claim.spans():
            check_anchor(text.clean, span)
