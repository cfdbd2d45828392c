"""How well are claims put together into incidents? Compares pairs of claims with those of golden cases.

    python benchmarks/incidents.py [--cases FILE.yml] [--json] [--wrong]

`--cases` is like `tests/golden/incidents.yml`, the default: documents with their claims, each with the name
of its operation, or "-". No engine plays a part.

- `precision` is the share of the pairs put together that belong together, `recall` the share of those that
  belong together that are put together, `f1` both; `across_*` the same for pairs of different documents.
- `incidents` counts those that are suggested, `operations` those of the cases.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.model.vocabulary import Act, Role, Stance
from alleged.resolve.incidents import find_incidents
from benchmarks.printing import print_figures
from tests.strategies.reports import About, Says, make_story

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.model.claim import Claim
    from alleged.resolve.stories import Story
    from benchmarks.scoring import Figures

CASES = Path(__file__).resolve().parents[1] / "tests" / "golden" / "incidents.yml"
NONE = "-"


@dataclass(frozen=True, slots=True)
class Case:
    """A document and the operation of each of its claims, by claim id."""

    story: Story
    operations: Mapping[str, str]


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    cases = read_cases(options.cases)
    if options.wrong:
        _print_wrong(cases)
    print_figures(measure(cases), as_json=options.json, digits=3)
    return 0


def read_cases(path: Path) -> tuple[Case, ...]:
    """The documents of a file of cases."""
    return tuple(_read_case(entry) for entry in yaml.safe_load(path.read_text(encoding="utf-8")))


def measure(cases: Sequence[Case]) -> Figures:
    """The figures of the suggested incidents of all cases together."""
    claims = [claim for case in cases for claim in case.story.claims]
    operations = {key: name for case in cases for key, name in case.operations.items() if name != NONE}
    incidents = find_suggested(cases)
    wanted, told = _pairs(claims, operations), _pairs(claims, incidents)
    across = {pair for pair in wanted | told if pair[0].document != pair[1].document}
    return {
        **_rates(wanted, told),
        **{f"across_{name}": rate for name, rate in _rates(wanted & across, told & across).items()},
        "incidents": len(set(incidents.values())),
        "operations": len(set(operations.values())),
    }


def find_suggested(cases: Iterable[Case]) -> dict[str, str]:
    """The id of the incident of each claim, by claim id."""
    incidents = find_incidents(case.story for case in cases)
    return {claim.id: incident.id for incident in incidents for claim in incident.claims}


def _read_case(entry: Mapping[str, Any]) -> Case:
    about = {key: str(value) for key, value in entry["about"].items()}
    story = make_story(About(**about), *(_read_claim(one) for one in entry["says"]))
    names = (one["of"] for one in entry["says"])
    return Case(story, {claim.id: name for claim, name in zip(story.claims, names, strict=True)})


def _read_claim(entry: Mapping[str, Any]) -> Says:
    return Says(
        words=entry["words"],
        by=entry.get("by"),
        stance=Stance(entry.get("stance", "asserts")),
        act=Act(entry.get("act", "intrusion")),
        actors=tuple(entry.get("actors", ())),
        targets=tuple(entry.get("targets", ())),
        when=entry.get("when"),
        role=Role(entry.get("role", "other")),
        answers=tuple(entry.get("answers", ())),
    )


def _pairs(claims: Iterable[Claim], groups: Mapping[str, str]) -> set[tuple[Claim, Claim]]:
    grouped = [claim for claim in claims if claim.id in groups]
    return {(one, two) for one, two in combinations(grouped, 2) if groups[one.id] == groups[two.id]}


def _rates(wanted: set[tuple[Claim, Claim]], told: set[tuple[Claim, Claim]]) -> Figures:
    right = len(wanted & told)
    precision, recall = _share(right, len(told)), _share(right, len(wanted))
    return {"precision": precision, "recall": recall, "f1": _share(2 * right, len(told) + len(wanted))}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _print_wrong(cases: Sequence[Case]) -> None:
    for told in _tell(cases):
        print(told)


def _tell(cases: Sequence[Case]) -> Iterator[str]:
    """Every claim with its operation and its incident."""
    incidents = find_suggested(cases)
    for case in cases:
        yield f"{case.story.text.document.metadata.title}"
        for claim in case.story.claims:
            found = incidents.get(claim.id, NONE)[:8]
            yield f"  {case.operations[claim.id]:12} {found:8}  {claim.content.exact}"


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well claims are put together into incidents.")
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print every claim with its incident")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
