"""Small documents and engines for the tests of the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alleged.errors import AllegedError
from alleged.extract import EXTRACTORS
from alleged.flow.sources import Source

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.extract.interface import Extractor
    from alleged.model.claim import Claim
    from alleged.model.document import Text

STORY = (
    "On Monday, U.S. prosecutors accused seven Chinese hackers of breaking into the mail servers of a Danish "
    "port.\n\n"
    "The company Northwind said the hackers stole the records of its customers in 2021.\n\n"
    "China denied the accusations.\n"
)
GERMAN = (
    "Am Montag warf die Staatsanwaltschaft in Karlsruhe mehreren Hackern vor, in die Netze des Bundestages "
    "eingedrungen zu sein. Das Auswärtige Amt bestellte den Botschafter ein. Die Botschaft wies die Vorwürfe "
    "als haltlos zurück und sprach von einer politisch motivierten Kampagne gegen das Land.\n"
)


def engine() -> Extractor:
    """The first engine, as it is."""
    return EXTRACTORS.get("lexicon")()


def write(folder: Path, name: str, words: str | bytes) -> Source:
    """A file with these words, as a source."""
    data = words.encode() if isinstance(words, str) else words
    (folder / name).write_bytes(data)
    return Source(name, folder / name)


@dataclass
class Broken:
    """An engine that does something wrong to what the first engine finds."""

    fault: str
    name: str = "broken"
    version: str = "1"
    languages: frozenset[str] = frozenset({"en"})

    def extract(self, text: Text) -> tuple[Claim, ...]:
        if self.fault == "raises":
            raise AllegedError("the engine lost its way")
        claims = engine().extract(text)
        own = [replace(claim, extractor=self.name, extractor_version=self.version) for claim in claims]
        if self.fault == "elsewhere":
            return tuple(replace(claim, text="0" * 24) for claim in own)
        return tuple(replace(claim, content=replace(claim.content, exact="never said")) for claim in own)
