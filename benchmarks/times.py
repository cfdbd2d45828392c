"""How well are claims dated? Gives the engine the annotated contents and acts, and compares the times alone.

    python benchmarks/times.py --texts DIR --gold DIR [--json] [--wrong]

`--gold` holds NAME.jsonl with annotated claims (`quote`, `content`, `act`, `when` among their fields),
`--texts` NAME.txt. What the engine finds by itself plays no part: every claim has its annotated words.

- `when_accuracy` is the share of claims with a right time among those that have one in the annotation or get
  one here, as `benchmarks/claims.py` counts it.
- `found` is the share of annotated times that are right, `true` the share of given times that are right.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.extract.passages import find_passages
from alleged.extract.times import date_claims
from alleged.model.claim import Claim, Speaker
from alleged.model.document import Metadata
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, Part, Role, Stance
from alleged.text import read_document
from benchmarks.claims import holds
from benchmarks.printing import print_figures
from benchmarks.scoring import read_gold, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alleged.model.document import Text
    from benchmarks.scoring import Figures, Row


@dataclass(frozen=True, slots=True)
class Answer:
    """An annotated claim, the time it has there, and the claim as it is dated here."""

    article: str
    wanted: str | None
    claim: Claim

    @property
    def told(self) -> str | None:
        """The time that it is given."""
        return self.claim.event_time.edtf

    @property
    def is_right(self) -> bool:
        """Whether both are the same."""
        return self.told == self.wanted


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    answers = list(measure(options.texts, options.gold))
    if options.wrong:
        _print_wrong(answers)
    print_figures(sum_up(answers), as_json=options.json, digits=3)
    return 0


def measure(texts: Path, gold: Path) -> Iterator[Answer]:
    """The annotated claims of every article, dated by the engine."""
    for path in sorted(gold.glob("*.jsonl")):
        file = texts / f"{path.stem}.txt"
        rows = read_gold(path, read_text(file))
        text = read_document(file.read_bytes(), str(file), Metadata()).text
        yield from date_article(path.stem, text, rows)


def date_article(name: str, text: Text, rows: Sequence[Row]) -> Iterator[Answer]:
    """The annotated claims of an article, dated by the engine."""
    passages = [p for p in find_passages(text) if p.sentence.part is not Part.HEADING]
    told = [read_claim(row, text) for row in rows]
    dated = date_claims(told, passages, text.document.metadata.published)
    for claim, row in zip(dated, rows, strict=True):
        yield Answer(name, row["when"], claim)


def read_claim(row: Row, text: Text) -> Claim:
    """An annotated claim with its content, act and stance; nothing else of it plays a part here."""
    start, end = (_place_in(text, offset) for offset in row["content"])
    content = span_at(text.clean, start, max(end, start + 1))
    speaker = Speaker(Role(row["speaker_role"]), Basis.EXPLICIT if row["speaker"] else Basis.NARRATOR)
    return Claim(
        document=text.document.id,
        text=text.id,
        quote=content,
        content=content,
        speaker=speaker,
        stance=Stance(row["stance"]),
        act=Act(row["act"]),
        extractor="annotated",
        extractor_version="1",
    )


def _place_in(text: Text, offset: int) -> int:
    """Where a character of the file stands in the clean text, or where the next one does that is kept."""
    after = (run for run in text.runs if run.place.offset + run.end - run.start >= offset)
    run = next(after, None)
    return run.start + max(0, offset - run.place.offset) if run else len(text.clean) - 1


def sum_up(answers: Iterable[Answer]) -> Figures:
    """The figures: counts as they are, shares from 0 to 1."""
    counts: Counter[str] = Counter()
    for answer in answers:
        counts.update(claims=1, dated=bool(answer.wanted), told=bool(answer.told))
        if answer.wanted or answer.told:
            counts.update(either=1, right=answer.is_right)
    return {
        **{key: counts[key] for key in ("claims", "dated", "told", "right")},
        "when_accuracy": counts["right"] / max(counts["either"], 1),
        "found": counts["right"] / max(counts["dated"], 1),
        "true": counts["right"] / max(counts["told"], 1),
    }


def _print_wrong(answers: Iterable[Answer]) -> None:
    for answer in answers:
        if not answer.is_right:
            words = answer.claim.event_time.words
            told = f"{answer.told} ({words.exact if words else ''})"
            parts = (answer.article, answer.wanted, told, answer.claim.act, answer.claim.content.exact)
            print(*parts, sep=" | ")


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score the times that annotated claims are given.")
    parser.add_argument("--texts", type=holds("*.txt"), required=True, help="folder of NAME.txt")
    parser.add_argument("--gold", type=holds("*.jsonl"), required=True, help="folder of NAME.jsonl")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--wrong", action="store_true", help="print every claim with a wrong time first")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
