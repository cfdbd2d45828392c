"""How good are claims? Compares predicted ones with annotated ones, article by article.

Definitions:

- Two claims *match* if the tokens of their contents overlap by half of their union, or if one content lies
  inside the other and has at least 40 % of its tokens. Pairs are taken best first, each claim once; the same
  kind, act and stance count for a pair.
- `claims_*` are precision, recall and F1 of matching. Accuracies are shares of the matched pairs.
- `usable_f1` is the F1 of claims that match with speaker, stance and kind all right.
- `flattened` is the share of matched claims that are alleged, assessed, denied or declined in the annotation
  and come out as flat fact.
- Names are compared by their canonical form; failing that, by shared words.

A predicted claim is a line of `alleged extract -f jsonl`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Row: TypeAlias = dict[str, Any]
Figures: TypeAlias = dict[str, int | float]
"""Counts, and shares from 0 to 1, by name."""
Canon: TypeAlias = Callable[[str], str | None]
"""The canonical form of a name, or None if it is not known."""

NOT_FLAT = frozenset({"alleges", "assesses", "denies", "declines"})
ACCURACIES = ("speaker", "speaker_role", "stance", "kind", "act")
AGREEMENT = 0.15
ENOUGH_SHARED = 0.5
ENOUGH_INSIDE = 0.4
SAME_WORDS = 0.6
SAME_WORDS_INSIDE = 0.5

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b")
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"\bu\.\s?([sk])\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its annotated and its predicted claims."""

    text: str
    gold: list[Row]
    predicted: list[Row]


@dataclass(frozen=True, slots=True)
class Names:
    """Compares names; `canon` knows those that have several forms."""

    canon: Canon

    def normal(self, name: str | None) -> str:
        """The form by which a name is compared."""
        bare = _POSSESSIVE.sub("", (name or "").strip()).replace("’", "'").strip(" .,\"“”'")
        bare = _INITIALS.sub(lambda found: f"U{found[1].upper()}", _ARTICLE.sub("", bare))
        return (self.canon(bare) or bare).casefold()

    def same(self, one: str | None, other: str | None) -> bool:
        """Whether two names are the same, or share most of their words."""
        first, second = self.normal(one), self.normal(other)
        if first == second:
            return True
        left, right = set(_WORD.findall(first)), set(_WORD.findall(second))
        if not left or not right:
            return False
        shared = len(left & right) / len(left | right)
        inside = left <= right or right <= left
        return shared >= SAME_WORDS or (inside and shared >= SAME_WORDS_INSIDE)

    def same_speaker(self, gold: Row, predicted: Row) -> bool:
        """Whether at least half of the predicted speakers are right; where nobody is named, none may be."""
        told = predicted.get("speaker_name")
        if gold["speaker"] is None and told is None:
            return True
        wanted, names = gold["speaker_name"].split("; "), (told or "").split("; ")
        right = sum(any(self.same(name, other) for other in wanted) for name in names)
        return 2 * right >= len(names)

    def count_same(self, gold: list[str], predicted: list[str]) -> int:
        """How many names of the one list are in the other, each taken once."""
        left = list(predicted)
        for name in gold:
            found = next((other for other in left if self.same(name, other)), None)
            if found is not None:
                left.remove(found)
        return len(predicted) - len(left)


def read_names(path: Path) -> Names:
    """Names from a JSON file of canonical names, each with its other forms."""
    table: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return names_of(table)


def names_of(table: Mapping[str, Sequence[str]]) -> Names:
    """Names from canonical names, each with its other forms."""
    forms = {form.casefold(): name for name, others in table.items() for form in (name, *others)}
    return Names(lambda name: forms.get(name.casefold()))


def read_text(path: Path) -> str:
    """The characters of a file, newlines as they are."""
    return path.read_bytes().decode("utf-8")


def read_rows(path: Path) -> list[Row]:
    """One JSON object a line; none if there is no such file."""
    if not path.exists():
        return []
    return [json.loads(line) for line in read_text(path).split("\n") if line.strip()]


def read_article(gold: Path, texts: Path, predicted: Path) -> Article:
    """The article that the annotation file `gold` is about."""
    text = read_text(texts / f"{gold.stem}.txt")
    rows = read_gold(gold, text)
    told = [{"id": f"#{number}"} | row for number, row in enumerate(read_rows(predicted / gold.name))]
    return Article(text, rows, told)


def read_gold(path: Path, text: str) -> list[Row]:
    """The annotated claims of a text, each with the place of its content."""
    return [row | {"content": _find_content(row, text)} for row in read_rows(path)]


def _find_content(row: Row, text: str) -> list[int]:
    if "span" in row:
        return list(row["span"])
    start = text.index(row["quote"]) + row["quote"].index(row["content"])
    return [start, start + len(row["content"])]


def match(article: Article) -> list[tuple[Row, Row]]:
    """The pairs of an annotated and a predicted claim that are about the same words."""
    gold = [_tokens(article.text, row) for row in article.gold]
    predicted = [_tokens(article.text, row) for row in article.predicted]
    pairs = [
        (overlap + AGREEMENT * _agreement(article.gold[i], article.predicted[j]), i, j)
        for i, wanted in enumerate(gold)
        for j, told in enumerate(predicted)
        if (overlap := _overlap(wanted, told)) is not None
    ]
    return [(article.gold[i], article.predicted[j]) for i, j in take_best(pairs)]


def _tokens(text: str, row: Row) -> set[int]:
    """The places where the tokens of a content begin; a token that the content cuts counts by its part."""
    start, end = row["content"]
    return {start + found.start() for found in _WORD.finditer(text[start:end])}


def _overlap(one: set[int], other: set[int]) -> float | None:
    shared = len(one & other)
    if not shared:
        return None
    share = shared / len(one | other)
    shorter, longer = sorted((len(one), len(other)))
    nested = shared == shorter and shared >= ENOUGH_INSIDE * longer
    return share if share >= ENOUGH_SHARED or nested else None


def _agreement(gold: Row, predicted: Row) -> int:
    return sum(gold[key] == predicted.get(key) for key in ("kind", "act", "stance"))


def take_best(pairs: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Of pairs with their value, the best first and each side once; among equals the later in the text."""
    taken: list[tuple[int, int]] = []
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            taken.append((i, j))
    return taken


def count(article: Article, names: Names) -> Counter[str]:
    """What is right and wrong in one article; the counts of several articles add up."""
    pairs = match(article)
    counts = Counter(articles=1, gold=len(article.gold), predicted=len(article.predicted), matched=len(pairs))
    for gold, predicted in pairs:
        counts.update(_count_pair(gold, predicted, names))
    counts.update(_count_links(article, pairs))
    return counts


def is_usable(gold: Row, predicted: Row, names: Names) -> bool:
    """Whether speaker, stance and kind of a predicted claim are all right."""
    same = all(gold[key] == predicted.get(key) for key in ("stance", "kind"))
    return same and names.same_speaker(gold, predicted)


def _count_pair(gold: Row, predicted: Row, names: Names) -> Counter[str]:
    counts = Counter({key: int(gold[key] == predicted.get(key)) for key in ACCURACIES[1:]})
    counts["speaker"] = int(names.same_speaker(gold, predicted))
    counts["usable"] = int(is_usable(gold, predicted, names))
    if gold["stance"] in NOT_FLAT:
        counts["hedged"] = 1
        counts["flattened"] = int(predicted.get("stance") not in NOT_FLAT)
    if gold["when"] or predicted.get("when"):
        counts["dated"] = 1
        counts["when"] = int(gold["when"] == predicted.get("when"))
    for key in ("actor", "target"):
        told = predicted.get(key) or []
        counts[f"{key}_hit"] = names.count_same(gold[key], told)
        counts[f"{key}_gold"] = len(gold[key])
        counts[f"{key}_predicted"] = len(told)
    return counts


def _count_links(article: Article, pairs: list[tuple[Row, Row]]) -> Counter[str]:
    to_gold = {predicted["id"]: gold["id"] for gold, predicted in pairs}
    wanted = {(row["id"], other) for row in article.gold for other in row["responds_to"]}
    links = [(row["id"], other) for row in article.predicted for other in row.get("responds_to") or []]
    told = {(to_gold.get(claim), to_gold.get(other)) for claim, other in links}
    return Counter(link_hit=len(wanted & told), link_gold=len(wanted), link_predicted=len(links))


def sum_up(counts: Counter[str]) -> Figures:
    """The figures: counts as they are, shares from 0 to 1."""
    matched = max(counts["matched"], 1)
    return {
        **{key: counts[key] for key in ("articles", "gold", "predicted", "matched")},
        "claims_precision": counts["matched"] / max(counts["predicted"], 1),
        "claims_recall": counts["matched"] / max(counts["gold"], 1),
        "claims_f1": _f1(counts["matched"], counts["gold"], counts["predicted"]),
        "usable_f1": _f1(counts["usable"], counts["gold"], counts["predicted"]),
        **{f"{key}_accuracy": counts[key] / matched for key in ACCURACIES},
        "flattened": counts["flattened"] / max(counts["hedged"], 1),
        "when_accuracy": counts["when"] / max(counts["dated"], 1),
        **{
            f"{key}_f1": _f1(counts[f"{key}_hit"], counts[f"{key}_gold"], counts[f"{key}_predicted"])
            for key in ("actor", "target", "link")
        },
    }


def _f1(hit: int, gold: int, predicted: int) -> float:
    return 2 * hit / (gold + predicted) if gold + predicted else 0.0


@dataclass(frozen=True, slots=True)
class Folders:
    """Where annotations (NAME.jsonl), texts (NAME.txt) and predictions (NAME.jsonl) are."""

    gold: Path
    texts: Path
    predicted: Path


def score(folders: Folders, names: Names) -> Figures:
    """The figures over every annotated article."""
    counts: Counter[str] = Counter()
    for gold in sorted(folders.gold.glob("*.jsonl")):
        counts.update(count(read_article(gold, folders.texts, folders.predicted), names))
    return sum_up(counts)
