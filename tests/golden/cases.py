"""Golden cases: short texts, and the claims that a careful analyst finds in them, quoted by their words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from alleged.extract import EXTRACTORS
from alleged.flow.read import Findings, find_claims
from alleged.model.document import Metadata
from alleged.text import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim, Mention
    from alleged.model.link import Relation
    from alleged.model.span import Span

FOLDER = Path(__file__).parent / "claims"
Expected: TypeAlias = dict[str, Any]
"""One claim as a case writes it: only the fields that matter there."""


class _Loader(yaml.SafeLoader):
    """Reads dates and numbers as they are written: "2021-03" is no date, "2021" no number."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":bool", ":null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

_CASE_KEYS = frozenset({"name", "why", "published", "publisher", "text", "claims", "more", "none"})
_ANSWER_KEYS = frozenset({"to", "type", "scope"})


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what must be found in it."""

    name: str
    text: str
    claims: tuple[Expected, ...]
    known: Metadata
    more: bool = False
    """Whether other claims may be found besides those listed."""


def load_cases(folder: Path = FOLDER) -> tuple[Case, ...]:
    """Every case of every file, in order; raises ValueError where one is not written as the README says."""
    return tuple(
        parse_case(entry, f"{path.stem}: {entry.get('name')}")
        for path in sorted(folder.glob("*.yml"))
        for entry in yaml.load(path.read_text("utf-8"), Loader=_Loader)
    )


def parse_case(entry: Mapping[str, Any], name: str) -> Case:
    """A case as its file writes it."""
    _require(not set(entry) - _CASE_KEYS, name, f"no case has {sorted(set(entry) - _CASE_KEYS)}")
    _require("name" in entry and "text" in entry, name, "a case needs a name and a text")
    _require(("claims" in entry) != (entry.get("none") is True), name, "write claims, or none: true")
    claims = tuple(entry.get("claims", ()))
    for claim in claims:
        _check_expected(claim, name)
    known = Metadata(publisher=entry.get("publisher"), published=entry.get("published"))
    return Case(name, entry["text"], claims, known, entry.get("more", False))


def _check_expected(claim: Expected, name: str) -> None:
    unknown = set(claim) - FIELDS.keys() - {"about", "answers"}
    _require(not unknown, name, f"no claim has {sorted(unknown)}")
    _require(("content" in claim) != ("about" in claim), name, f"write content or about: {claim}")
    for answer in claim.get("answers", ()):
        _require("to" in answer and set(answer) <= _ANSWER_KEYS, name, f"not an answer: {answer}")


def _require(holds: bool, name: str, message: str) -> None:
    if not holds:
        raise ValueError(f"{name}: {message}")


def find_in(case: Case, engine: str = "lexicon") -> Findings:
    """The claims that an engine finds in the text of a case, linked."""
    reading = read_document(case.text.encode(), case.name, case.known)
    return find_claims(reading, EXTRACTORS.get(engine)())


def find_faults(case: Case, findings: Findings) -> list[str]:
    """Where what was found differs from what the case expects; empty where it does not."""
    left = list(findings.claims)
    faults: list[str] = []
    for expected in case.claims:
        claim, differences = _nearest(expected, left, findings)
        faults.extend(differences)
        if claim:
            left.remove(claim)
    if not case.more:
        faults.extend(f"not expected: {_line(claim.content.exact)!r}" for claim in left)
    return faults


def _nearest(
    expected: Expected, claims: Sequence[Claim], findings: Findings
) -> tuple[Claim | None, list[str]]:
    """The claim with those words that differs least, and how it differs."""
    with_words = [claim for claim in claims if _has_words(expected, claim)]
    if not with_words:
        return None, [f"no claim: {expected.get('content') or expected['about']!r}"]
    judged = [(claim, list(_differences(expected, claim, findings))) for claim in with_words]
    return min(judged, key=lambda pair: len(pair[1]))


def _has_words(expected: Expected, claim: Claim) -> bool:
    content = _line(claim.content.exact)
    if "content" in expected:
        return content == _line(expected["content"])
    return _line(expected["about"]) in content


def _line(words: str) -> str:
    """Words without the line breaks of a file."""
    return " ".join(words.split())


def _differences(expected: Expected, claim: Claim, findings: Findings) -> Iterator[str]:
    words = _line(claim.content.exact)
    for field in expected.keys() & FIELDS.keys() - {"content"}:
        found = FIELDS[field](claim)
        if found != expected[field]:
            yield f"{words!r}: {field} is {found!r}, not {expected[field]!r}"
    if "answers" in expected:
        found = describe_answers(claim, findings)
        if not _are_answers(expected["answers"], found):
            yield f"{words!r}: answers {found!r}, not {expected['answers']!r}"


def _are_answers(expected: Sequence[Expected], found: Sequence[Expected]) -> bool:
    if len(expected) != len(found):
        return False
    return all(any(_is_answer(wanted, answer) for answer in found) for wanted in expected)


def _is_answer(wanted: Expected, found: Expected) -> bool:
    coded = all(found[key] == wanted[key] for key in wanted.keys() - {"to"})
    return coded and _line(wanted["to"]) in found["to"]


def describe_answers(claim: Claim, findings: Findings) -> list[Expected]:
    """What a claim answers: the words of the other claim, the type of the link and its scope."""
    contents = {other.id: _line(other.content.exact) for other in findings.claims}
    own = (relation for relation in findings.relations if relation.claim == claim.id)
    return [_answer(relation, contents[relation.to]) for relation in own]


def _answer(relation: Relation, content: str) -> Expected:
    return {"to": content, "type": relation.type.value, "scope": relation.scope.value}


def _all_words(spans: Sequence[Span]) -> list[str]:
    return [_line(span.exact) for span in spans]


def _names(mentions: Sequence[Mention]) -> list[str]:
    return [mention.name for mention in mentions]


def _words(span: Span | None) -> str | None:
    return _line(span.exact) if span else None


FIELDS: dict[str, Callable[[Claim], Any]] = {
    "content": lambda claim: _words(claim.content),
    "speaker": lambda claim: claim.speaker.name,
    "named_as": lambda claim: _words(claim.speaker.span),
    "on_behalf_of": lambda claim: claim.speaker.on_behalf_of,
    "role": lambda claim: claim.speaker.role.value,
    "basis": lambda claim: claim.speaker.basis.value,
    "cue": lambda claim: _words(claim.cues[0]) if claim.cues else None,
    "stance": lambda claim: claim.stance.value,
    "hedges": lambda claim: _all_words(claim.hedges),
    "kind": lambda claim: claim.kind.value,
    "act": lambda claim: claim.act.value,
    "actors": lambda claim: _names(claim.actors),
    "targets": lambda claim: _names(claim.targets),
    "when": lambda claim: claim.event_time.edtf,
    "when_words": lambda claim: _words(claim.event_time.words),
    "at_least": lambda claim: claim.event_time.minimum,
    "said": lambda claim: claim.said_time.edtf,
    "said_words": lambda claim: _words(claim.said_time.words),
}
"""What a case may write of a claim, besides `about` and `answers`, and how it is read off one."""


def describe(findings: Findings) -> str:
    """What was found, as a case would write it, for whoever mends a case or a rule."""
    return "\n".join(_describe(claim, findings) for claim in findings.claims) or "(no claim)"


def _describe(claim: Claim, findings: Findings) -> str:
    told = {field: read(claim) for field, read in FIELDS.items()}
    lines = [f"{field}: {value!r}" for field, value in told.items() if value or field == "speaker"]
    answers = describe_answers(claim, findings)
    return "- " + "\n  ".join([*lines, *([f"answers: {answers}"] if answers else [])])
