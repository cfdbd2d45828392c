"""Claims that are kept nowhere: printed as they come, or written to one file an input."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.cli.batch import end, follow, sum_up
from alleged.cli.messages import USAGE, fail, say
from alleged.cli.output import Format, View, write
from alleged.cli.tables import print_claims
from alleged.dossiers.claims import ClaimList
from alleged.errors import InputError, Place
from alleged.exports.claims import CLAIM_COLUMNS, table_claims
from alleged.exports.table import Table
from alleged.exports.writing import write_jsonl
from alleged.flow.read import extract_files
from alleged.flow.sources import STANDARD_INPUT
from alleged.model.wire import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from alleged.flow.read import Plan
    from alleged.flow.sources import Source, Sources
    from alleged.model.document import Input
    from alleged.model.wire import Wire


@dataclass(slots=True)
class Batch:
    """Files on their way through; `inputs` grows as they end."""

    found: Sources
    plan: Plan
    inputs: list[Input] = field(default_factory=list)

    def lists(self) -> Iterator[ClaimList]:
        """The claims of each file that can be read, file by file."""
        extractions = extract_files(self.found.sources, self.plan)
        for extraction in follow(extractions, self.found, lambda item: item.input):
            self.inputs.append(extraction.input)
            if extraction.text is not None:
                provenance = {extraction.text.id: Provenance(extraction.input.source, extraction.text)}
                found = extraction.findings
                yield ClaimList(found.claims, len(found.claims), provenance, found.relations)

    def wires(self) -> Iterator[Wire]:
        """The claims of all files as JSON objects."""
        for listing in self.lists():
            yield from listing.wires()

    def print_table(self, console: Console) -> None:
        """The claims of all files for people."""
        for listing in self.lists():
            print_claims(console, listing)

    def end(self) -> None:
        """Sums up, and ends with exit code 3 if an input failed."""
        say(sum_up(self.inputs))
        end(self.inputs)


def print_extractions(found: Sources, plan: Plan, form: Format) -> None:
    """The claims of each source on standard output."""
    batch = Batch(found, plan)
    write(View(Table(batch.wires(), CLAIM_COLUMNS), batch.print_table), form)
    batch.end()


def write_extractions(found: Sources, plan: Plan, folder: Path) -> None:
    """The claims of each source as JSON lines in a file of its name in `folder`."""
    names = _name_files(found.sources)
    batch = Batch(found, plan)
    for listing in batch.lists():
        (provenance,) = listing.provenance.values()
        _write_file(folder / names[provenance.source], listing)
    batch.end()


def _name_files(sources: tuple[Source, ...]) -> dict[str, str]:
    """A file name for each source; ends if two would have the same one, before anything is written."""
    names: dict[str, str] = {}
    for source in sources:
        stem = "stdin" if source.name == STANDARD_INPUT else Path(source.name).stem
        _check_free(f"{stem}.jsonl", source.name, names)
        names[source.name] = f"{stem}.jsonl"
    return names


def _check_free(name: str, source: str, names: dict[str, str]) -> None:
    """Names that differ in case only are one name on some disks."""
    for other, taken in names.items():
        if taken.casefold() == name.casefold():
            cure = "rename one, or extract them apart"
            raise fail(f"{other} and {source} would both be written to {name}; {cure}", USAGE)


def _write_file(path: Path, listing: ClaimList) -> None:
    """Written beside its place and then moved, so that a file of that name is always whole."""
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="") as out:
            write_jsonl(table_claims(listing), out)
        part.replace(path)
    except OSError as error:
        told = f"it cannot be written ({error.strerror or error})"
        raise InputError(told, Place(str(path)), "name another --out") from error
