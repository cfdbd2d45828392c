"""How a command line wants its documents read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.cli.messages import USAGE, fail
from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from alleged.flow.read import Plan
from alleged.text.children.reading import READING_CHILD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.flow.sources import Source, Sources
    from alleged.model.document import Metadata


def make_plan(extractor: str | None, given: Metadata, *, strict: bool) -> Plan:
    """The plan for these options; raises UnknownPartError if there is no such engine."""
    READING_CHILD.warm()  # it loads while we load the engine
    engine = EXTRACTORS.get(extractor or DEFAULT_EXTRACTOR)()
    return Plan(engine, given, strict=strict)


def fetched(found: Sources, contact: str | None, *, heeds_robots: bool) -> Iterator[Source]:
    """The sources, addresses fetched as their turn comes; raises MissingExtraError."""
    from alleged.flow.fetching import Fetcher, fetch_sources  # noqa: PLC0415 - an optional dependency

    return fetch_sources(found.sources, Fetcher(contact=contact, heeds_robots=heeds_robots))


def check_given(given: Metadata, found: Sources) -> None:
    """Ends if a title or an address, which belong to one document, are given for several."""
    if (given.title or given.url) and len(found.sources) > 1:
        raise fail(f"--title and --url are of one document, but there are {len(found.sources)} inputs", USAGE)
