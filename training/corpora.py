"""The annotated corpora as the network learns from them: tokens, and places given in tokens."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from alleged.extract.cast import find_cast
from alleged.extract.engine import LexiconExtractor
from alleged.extract.neural.candidates import find_candidates
from alleged.extract.neural.clues import Informant
from alleged.extract.neural.hints import find_hints, stack_features
from alleged.extract.neural.network import ATTRIBUTION, CLAIM
from alleged.extract.neural.tokens import Tokens, read_tokens, run_of
from alleged.extract.neural.votes import Votes
from alleged.extract.passages import find_passages, leave_headings
from alleged.model.document import Metadata, Text
from alleged.text.plain import TextReader
from benchmarks.scoring import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

    from alleged.extract.neural.candidates import Candidate
    from alleged.extract.neural.decode import Run
    from alleged.extract.neural.tokens import Ints
    from benchmarks.scoring import Names

Row = dict[str, Any]
Place = tuple[int, int]
"""First code point and the code point after the last."""
Aliases = dict[str, list[str]]
"""Other forms of canonical names."""

REALIS = ("Actual", "Other", "Generic")
CODES = ("stance", "kind", "act", "speaker_role")
BEFORE, AFTER = 600, 200
"""Characters before and after a quote in which the mention of a name is looked for."""
LEAST_TAIL = 2
"""Words of the shortest end of a name that stands for the name."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution or claim: its anchor and, for each role that is known, its runs of tokens."""

    kind: int
    anchor: Run
    runs: dict[str, list[Run]]
    codes: dict[str, str] = field(default_factory=dict)
    pointed: dict[str, frozenset[int]] = field(default_factory=dict)
    """The candidates of the document that are meant by each of POINTED."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One document of a corpus with its frames, or with its events (CASIE)."""

    corpus: str
    name: str
    text: str
    tokens: Tokens
    features: Ints
    """[tokens, features]: how each token is written and what the lexicon knows of it."""
    informant: Informant
    """What the rules say at any anchor, and whom the document names."""
    frames: tuple[Frame, ...] = ()
    events: tuple[tuple[Run, int], ...] = ()
    """Runs of tokens with an index of REALIS."""
    rows: tuple[Row, ...] = ()
    """The annotation as it was read."""


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Where the words of a claim stand in its article."""

    text: str
    quote: Place
    content: Place


def read_text(text: str) -> Text:
    """A text as the plain reader gives it to the engines."""
    return TextReader().read(text.encode(), Metadata()).text


def prepare(text: str, tokenizer: Tokenizer) -> tuple[Tokens, Ints, Informant]:
    """The tokens of a text with all features, what the rules say and whom it names."""
    tokens = read_tokens(text, tokenizer)
    read = read_text(text)
    if read.clean != text:
        raise ValueError(f"the plain reader changes this text: {text[:60]!r}")
    passages = find_passages(read)
    told = leave_headings(passages)
    cast = find_cast(told)
    ruled = LexiconExtractor().extract_from(read, told, cast)
    candidates = find_candidates(passages, cast, ruled, tokens)
    informant = Informant(Votes(ruled, tokens), candidates)
    return tokens, stack_features(tokens, find_hints(passages, ruled, tokens)), informant


def read_lines(path: Path) -> list[Row]:
    """The rows of a file of JSON lines, which may be compressed."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def read_polnear(path: Path, tokenizer: Tokenizer) -> list[Sample]:
    """Attributions of PolNeAR; those without a cue have no anchor and are left out."""
    return [_polnear(row, tokenizer) for row in read_lines(path)]


def _polnear(row: Row, tokenizer: Tokenizer) -> Sample:
    tokens, features, informant = prepare(row["text"], tokenizer)
    found = (_attribution(one, tokens) for one in row["attributions"])
    frames = tuple(frame for frame in found if frame)
    return Sample("polnear", row["doc_id"], row["text"], tokens, features, informant, frames, rows=(row,))


def _attribution(row: Row, tokens: Tokens) -> Frame | None:
    cue = _runs(tokens, row["cue"])
    if not cue:
        return None
    runs = {"speaker": _runs(tokens, row["source"]), "cue": cue, "content": _runs(tokens, row["content"])}
    return Frame(ATTRIBUTION, cue[0], runs)


def read_casie(path: Path, tokenizer: Tokenizer) -> list[Sample]:
    """Event nuggets of CASIE with their realis."""
    return [_casie(row, tokenizer) for row in read_lines(path)]


def _casie(row: Row, tokenizer: Tokenizer) -> Sample:
    tokens, features, informant = prepare(row["text"], tokenizer)
    events = tuple(
        (run, REALIS.index(event["realis"]))
        for event in row["events"]
        if event["realis"] in REALIS and (run := run_of(tokens, *event["nugget"]))
    )
    return Sample(
        "casie", row["doc_id"], row["text"], tokens, features, informant, events=events, rows=(row,)
    )


def read_claims(texts: Path, claims: Path, aliases: Aliases, tokenizer: Tokenizer) -> list[Sample]:
    """Articles with annotated claims: NAME.txt in `texts`, NAME.jsonl in `claims`."""
    samples, names = [], names_of(aliases)
    for path in sorted(claims.glob("*.jsonl")):
        with (texts / f"{path.stem}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        rows = tuple(read_lines(path))
        tokens, features, informant = prepare(text, tokenizer)
        found = [(row, quoted) for row in rows if (quoted := _find_quoted(text, row))]
        read = ((row, _claim(row, quoted, tokens, aliases)) for row, quoted in found)
        frames = tuple(_point(frame, row, informant.candidates, names) for row, frame in read if frame)
        samples.append(Sample("claims", path.stem, text, tokens, features, informant, frames, rows=rows))
    return samples


def _find_quoted(text: str, row: Row) -> _Quoted | None:
    quote, inner = text.find(row["quote"]), row["quote"].find(row["content"])
    if quote < 0 or inner < 0:
        return None
    content = (quote + inner, quote + inner + len(row["content"]))
    return _Quoted(text, (quote, quote + len(row["quote"])), content)


def _claim(row: Row, quoted: _Quoted, tokens: Tokens, aliases: Aliases) -> Frame | None:
    content = run_of(tokens, *quoted.content)
    if not content:
        return None
    runs = {role: _runs(tokens, spans) for role, spans in _find_roles(row, quoted, aliases).items()}
    codes = {key: row[key] for key in CODES} | {"voice": "named" if row["speaker"] else "own"}
    return Frame(CLAIM, (content[0], content[0] + 1), {"content": [content], **runs}, codes)


def _point(frame: Frame, row: Row, candidates: Sequence[Candidate], names: Names) -> Frame:
    """The frame with the candidates that its annotation names."""
    speakers = (row["speaker_name"] or "").split("; ") if row["speaker"] else []
    wanted = {"actor": row["actor"], "target": row["target"], "name": speakers}
    pointed = {role: frozenset(_meant(told, candidates, names)) for role, told in wanted.items()}
    return replace(frame, pointed=pointed)


def _meant(told: Iterable[str], candidates: Sequence[Candidate], names: Names) -> Iterator[int]:
    """Each name's candidates: those of exactly that name, else those of nearly that name."""
    for name in told:
        normal = names.normal(name)
        exact = [i for i, one in enumerate(candidates) if names.normal(one.name) == normal]
        yield from exact or (i for i, one in enumerate(candidates) if names.same(name, one.name))


def _find_roles(row: Row, quoted: _Quoted, aliases: Aliases) -> dict[str, list[Place]]:
    """Where the words of each role stand; the full name only of speakers."""
    found = {role: _nearest_words(quoted, row[role]) for role in ("speaker", "cue", "hedge")}
    for role in ("actor", "target"):
        found[role] = [place for name in row[role] for place in _nearest_name(quoted, _forms(name, aliases))]
    if row["speaker"]:
        at_quote = _Quoted(quoted.text, quoted.quote, quoted.quote)
        names = (row["speaker_name"] or "").split("; ")
        forms = [[name, *aliases.get(name, [])] for name in names]
        found["name"] = [place for one in forms for place in _nearest_name(at_quote, one)]
    return found


def _runs(tokens: Tokens, places: list[Any]) -> list[Run]:
    return [run for place in places if (run := run_of(tokens, *place))]


def _nearest_words(quoted: _Quoted, words: str | None) -> list[Place]:
    """Where exact words stand: in the quote, else the nearest before it, else after it."""
    if not words:
        return []
    start = quoted.text.find(words, *quoted.quote)
    start = start if start >= 0 else quoted.text.rfind(words, 0, quoted.quote[0])
    start = start if start >= 0 else quoted.text.find(words, quoted.quote[1])
    return [(start, start + len(words))] if start >= 0 else []


def _forms(name: str, aliases: Mapping[str, list[str]]) -> list[str]:
    """Ways of writing a name, the surest first."""
    plain = re.sub(r"^(the|a|an)\s+", "", name, flags=re.IGNORECASE)
    words = plain.split()
    tails = [" ".join(words[i:]) for i in range(1, len(words) - LEAST_TAIL + 1)]
    last = [words[-1]] if words and words[-1][:1].isupper() else []
    return [name, plain, *aliases.get(name, []), *tails, *last]


def _nearest_name(quoted: _Quoted, forms: list[str]) -> list[Place]:
    """The mention of a name in the content, else in the quote, else the nearest before it, else after it."""
    start, end = quoted.quote
    for area in (quoted.content, quoted.quote, (max(0, start - BEFORE), start), (end, end + AFTER)):
        for form in forms:
            found = _mentions(quoted.text, form, area)
            if found:
                return [found[-1] if area[1] <= start else found[0]]
    return []


def _mentions(text: str, form: str, area: Place) -> list[Place]:
    pattern = rf"(?<!\w){re.escape(form)}(?!\w)"
    found = re.finditer(pattern, text[slice(*area)], flags=re.IGNORECASE)
    return [(area[0] + match.start(), area[0] + match.end()) for match in found]
