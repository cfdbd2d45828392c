"""Which mistakes an engine makes: every difference from annotated claims, by kind, with examples.

    python benchmarks/errors.py --texts DIR --gold DIR [--names FILE] [--examples N] [--json]

Claims are matched as scoring.py does. A claim that is missed or too much is told apart by the words that it
shares with the claims of the other side; of a matched pair each field that differs is a mistake of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alleged.extract import DEFAULT_EXTRACTOR, EXTRACTORS
from benchmarks.claims import holds, names_of_lexicon, predict
from benchmarks.scoring import NOT_FLAT, match, read_article, read_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from benchmarks.scoring import Article, Names, Row

LONGEST = 90
"""Characters of the words of an example."""
SEED = 1


@dataclass(frozen=True, slots=True)
class Mistake:
    """One difference: what kind of mistake it is, and the words with what was wanted and told."""

    field: str
    kind: str
    example: str


def find_mistakes(article: Article, names: Names) -> Iterator[Mistake]:
    """Every mistake in one article."""
    pairs = match(article)
    for gold, told in pairs:
        yield from _in_pair(article, gold, told, names)
    matched = {id(row) for pair in pairs for row in pair}
    for field, rows, others in (
        ("missed claim", article.gold, article.predicted),
        ("claim too much", article.predicted, article.gold),
    ):
        for row in rows:
            if id(row) not in matched:
                yield Mistake(field, _how_apart(row, others), _words(article, row))


def _how_apart(row: Row, others: Iterable[Row]) -> str:
    """How the words of an unmatched claim lie to those of the other side."""
    start, end = row["content"]
    shared = [other for other in others if other["content"][0] < end and start < other["content"][1]]
    if not shared:
        return f"nothing is there ({row['kind']})"
    inside = any(other["content"][0] <= start and end <= other["content"][1] for other in shared)
    return "inside the words of another" if inside else "words cut elsewhere"


def _in_pair(article: Article, gold: Row, told: Row, names: Names) -> Iterator[Mistake]:
    words = _words(article, gold)
    if not names.same_speaker(gold, told):
        example = f"{words} | {gold['speaker_name']} | {told.get('speaker_name')}"
        yield Mistake("speaker", _wrong_speaker(gold, told), example)
    if gold["stance"] != told["stance"]:
        flat = gold["stance"] in NOT_FLAT and told["stance"] not in NOT_FLAT
        kind = f"{gold['stance']} told as {told['stance']}"
        yield Mistake("stance", f"{kind} (flattened)" if flat else kind, words)
    if gold["kind"] != told["kind"]:
        yield Mistake("kind", f"{gold['kind']} told as {told['kind']}", words)
    elif gold["act"] != told["act"]:
        yield Mistake("act", f"{gold['act']} told as {told['act']}", words)
    for side in ("actor", "target"):
        yield from _wrong_names(side, gold, told, names, article)


def _wrong_speaker(gold: Row, told: Row) -> str:
    if gold["speaker"] is None:
        return "own voice told as somebody's"
    return "another name" if told.get("speaker_name") else "somebody's told as own voice"


def _wrong_names(side: str, gold: Row, told: Row, names: Names, article: Article) -> Iterator[Mistake]:
    wanted, found = gold[side], told.get(side) or []
    missed = [one for one in wanted if not any(names.same(one, other) for other in found)]
    extra = [one for one in found if not any(names.same(one, other) for other in wanted)]
    shown = f"{_words(article, gold)} | {wanted} | {found}"
    for one in missed:
        yield Mistake(side, f"missed, {_where(one, gold, names, article)}", shown)
    for _ in extra:
        yield Mistake(side, "too much" if wanted else "too much, where nobody is meant", shown)


def _where(name: str, gold: Row, names: Names, article: Article) -> str:
    """Where the article has a name that was missed."""
    plain = names.normal(name)
    for place, text in (("in the claim's words", gold["content_words"]), ("elsewhere", article.text)):
        if plain in text.casefold() or name.casefold() in text.casefold():
            return f"stands {place}"
    return "under another name or in other words"


def _words(article: Article, row: Row) -> str:
    start, end = row["content"]
    words = " ".join(article.text[start:end].split())
    return words if len(words) <= LONGEST else f"{words[:LONGEST]} …"


def measure(options: argparse.Namespace) -> list[Mistake]:
    """The mistakes of an engine over a folder of annotated texts."""
    names = read_names(options.names) if options.names else names_of_lexicon()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        predict(options.texts, out, EXTRACTORS.get(options.extractor)())
        articles = [read_article(path, options.texts, out) for path in sorted(options.gold.glob("*.jsonl"))]
    return [mistake for article in articles for mistake in find_mistakes(_with_words(article), names)]


def _with_words(article: Article) -> Article:
    rows = [{**row, "content_words": article.text[slice(*row["content"])]} for row in article.gold]
    return type(article)(article.text, rows, article.predicted)


def group(mistakes: Iterable[Mistake]) -> dict[str, dict[str, list[str]]]:
    """The examples of each kind of mistake, by field, the most frequent first."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for mistake in mistakes:
        found[mistake.field][mistake.kind].append(mistake.example)
    return {
        field: dict(sorted(kinds.items(), key=lambda pair: -len(pair[1]))) for field, kinds in found.items()
    }


def _print(grouped: dict[str, dict[str, list[str]]], examples: int) -> None:
    lot = random.Random(SEED)
    for field, kinds in grouped.items():
        print(f"\n{field}: {sum(map(len, kinds.values()))}")
        for kind, found in kinds.items():
            print(f"  {len(found):4} {kind}")
            for example in lot.sample(found, min(examples, len(found))):
                print(f"         {example}")


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    grouped = group(measure(options))
    if options.json:
        print(json.dumps({f: {kind: len(found) for kind, found in k.items()} for f, k in grouped.items()}))
    else:
        _print(grouped, options.examples)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Count the mistakes of an engine by kind.")
    parser.add_argument("--texts", type=holds("*.txt"), required=True, help="folder of NAME.txt")
    parser.add_argument("--gold", type=holds("*.jsonl"), required=True, help="folder of NAME.jsonl")
    parser.add_argument("--names", type=Path, help="JSON file of names and their other forms")
    parser.add_argument("--extractor", default=DEFAULT_EXTRACTOR, help="the engine to look at")
    parser.add_argument("--examples", type=int, default=2, help="examples of each kind of mistake")
    parser.add_argument("--json", action="store_true", help="print counts as one JSON object")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
