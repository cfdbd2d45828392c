"""How well are threat groups and malware linked to ATT&CK? Gives the engine texts and places of mentions.

    python benchmarks/links.py --data FILE.jsonl[.gz] [--json] [--wrong] [--timing]

The data are lines as AnnoCTR has them: `text`, and `links` with `span`, `link` and `type`. The engine sees
the text and all spans, never what they are or link to. Its answer is the id in ATT&CK of the entry that it
chose, by that entry's own list; no answer is a wrong one. Links without a place in the text are left out.

- `group_accuracy` over mentions that link to a group of ATT&CK, `malware_accuracy` over those marked as
  malware that link to its software, `tool_accuracy` over those not marked as malware that do
- `unlisted` counts those of them whose id no loaded list has: no answer can be right
- `outside` counts mentions of groups, malware and tools that link to nothing in ATT&CK, `outside_attack`
  those of them that get an entry of ATT&CK here, `outside_other` those that get another list's
- `--timing` adds `ms_per_1000_words`: CPU time of resolving all mentions of all documents, the first time
  they are seen (`..._again`: the second time, when what the lists say of the names is remembered)
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError
from alleged.knowledge.store import open_knowledge
from alleged.model.document import Extent
from alleged.resolve.agreement import attack_id
from alleged.resolve.contexts import NOTHING
from alleged.resolve.resolution import resolve_name, resolve_names
from benchmarks.lines import read_lines
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.knowledge.known import Knowledge
    from alleged.resolve.resolution import Resolution
    from benchmarks.lines import Line

_ATTACK = re.compile(r"attack\.mitre\.org/(groups|software)/([GS]\d{4})", re.ASCII)
MALWARE = "MALWARE"
NAMED = frozenset({"GROUP", MALWARE, "TOOL"})
THOUSAND = 1000
_FIRST = "GRU officers in Paris"
MILLI = 1000.0


@dataclass(frozen=True, slots=True)
class Link:
    """A mention with what it links to in the data."""

    extent: Extent
    link: str
    type: str

    @property
    def attack_id(self) -> str | None:
        """The id in ATT&CK that it links to; None where it links elsewhere."""
        match = _ATTACK.search(self.link)
        return match[2] if match else None

    @property
    def measure(self) -> str | None:
        """Which accuracy it counts for: group, malware, tool, outside or none."""
        match = _ATTACK.search(self.link)
        if match is None:
            return "outside" if self.type in NAMED else None
        if match[1] == "groups":
            return "group"
        return "malware" if self.type == MALWARE else "tool"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its links."""

    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A mention, what it links to, and what was found for it."""

    words: str
    link: Link
    found: Resolution

    @property
    def attack_id(self) -> str | None:
        """The id in ATT&CK of what was chosen, where its list gives it one."""
        return attack_id(self.found.chosen.entity) if self.found.chosen else None

    @property
    def is_right(self) -> bool:
        """Whether it is the id that the data have."""
        return self.attack_id is not None and self.attack_id == self.link.attack_id


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    try:
        documents = [read_document(line) for line in read_lines(options.data)]
        with closing(open_knowledge()) as knowledge:
            times = _time(documents, knowledge) if options.timing else {}
            answers = [each for document in documents for each in answer(document, knowledge)]
            figures = sum_up(answers, knowledge)
    except AllegedError as error:
        print(f"links: {error}", file=sys.stderr)
        return 2
    if options.wrong:
        _print_wrong(answers)
    print_figures({"documents": len(documents), **figures, **times}, as_json=options.json, digits=3)
    return 0


def read_document(line: Line) -> Annotated:
    """The document in a line; raises InputError where it is none."""
    text = line.get_string("text")
    placed = (each for each in line.get_objects("links") if each.row.get("span") is not None)
    return Annotated(text, tuple(_read_link(each, text) for each in placed))


def _read_link(line: Line, text: str) -> Link:
    link = line.get_string("link") if line.row.get("link") is not None else ""
    return Link(line.get_extent("span", text), link, line.get_string("type"))


def answer(document: Annotated, knowledge: Knowledge) -> Iterator[Answer]:
    """What is found for the mentions of a document, given its text and their places."""
    extents = [link.extent for link in document.links]
    found = resolve_names(document.text, extents, knowledge)
    for link, resolution in zip(document.links, found, strict=True):
        yield Answer(document.text[link.extent.start : link.extent.end], link, resolution)


def sum_up(answers: Iterable[Answer], knowledge: Knowledge) -> dict[str, object]:
    """The figures: counts as they are, shares from 0 to 1."""
    counts: Counter[str] = Counter()
    for each in answers:
        measure = each.link.measure
        if measure == "outside":
            counts.update(outside=1, outside_attack=bool(each.attack_id))
            counts.update(outside_other=each.found.chosen is not None and not each.attack_id)
        elif measure:
            counts.update({f"{measure}_links": 1, f"{measure}_right": each.is_right})
            counts.update(unlisted=not knowledge.find_by_ref(each.link.attack_id or ""))
    figures: dict[str, object] = {}
    for measure in ("group", "malware", "tool"):
        links, right = counts[f"{measure}_links"], counts[f"{measure}_right"]
        figures |= {f"{measure}_links": links, f"{measure}_right": right}
        figures[f"{measure}_accuracy"] = right / max(links, 1)
    return figures | {key: counts[key] for key in ("unlisted", "outside", "outside_attack", "outside_other")}


def _time(documents: Sequence[Annotated], knowledge: Knowledge) -> dict[str, object]:
    resolve_name("Amber Heron Ltd", NOTHING, knowledge)  # reads lists and lexicon
    list(answer(Annotated(_FIRST, (Link(Extent(0, 3), "", ""),)), knowledge))
    words = sum(len(document.text.split()) for document in documents)
    first, again = (_seconds(documents, knowledge) for _ in range(2))
    share = MILLI * THOUSAND / words
    return {"words": words, "ms_per_1000_words": first * share, "ms_per_1000_words_again": again * share}


def _seconds(documents: Sequence[Annotated], knowledge: Knowledge) -> float:
    start = time.process_time()
    for document in documents:
        list(answer(document, knowledge))
    return time.process_time() - start


def _print_wrong(answers: Iterable[Answer]) -> None:
    counts: Counter[tuple[str, ...]] = Counter()
    for each in answers:
        if each.link.measure not in {None, "outside"} and not each.is_right:
            told = each.attack_id or "-", str(each.link.attack_id), each.found.reason
            counts[(str(each.link.measure), each.words, *told)] += 1
    for row, count in counts.most_common():
        print(count, *row, sep=" | ")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score links of threat groups and malware to ATT&CK.")
    parser.add_argument("--data", type=Path, required=True, help="lines as AnnoCTR has them")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--wrong", action="store_true", help="print every wrong link first")
    parser.add_argument("--timing", action="store_true", help="measure the time that it takes, too")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
