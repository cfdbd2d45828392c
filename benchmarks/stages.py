"""What each stage of reading costs: the part of speed.py that runs in a process of its own.

    python benchmarks/stages.py DIR EXTRACTOR

Prints one JSON object: counts, and under `stages` the CPU seconds of open, read (with those of the child
process that reads), extract and link. An engine
with an attribute `stages`, CPU seconds by name, adds its own as extract.NAME.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.errors import AllegedError
from alleged.extract import EXTRACTORS
from alleged.flow.outcomes import StageError, at_stage
from alleged.flow.read import Plan, find_claims
from alleged.flow.sources import find_sources, open_source
from alleged.text.children.reading import READING_CHILD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alleged.extract.interface import Extractor
    from alleged.flow.sources import Source
    from alleged.model.claim import Claim
    from alleged.model.document import Text

COUNTS = ("documents", "unread", "words", "claims")
STAGES = ("open", "read", "extract", "link")


@runtime_checkable
class HasStages(Protocol):
    """An engine that times itself."""

    @property
    def stages(self) -> Mapping[str, float]: ...


@dataclass(frozen=True, slots=True)
class Clock:
    """CPU seconds by stage."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Adds what passes inside to `stage`, also where it ends with an error."""
        start = time.process_time()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start


class TimedExtractor:
    """An engine with a clock: linking comes right after extraction, and this tells them apart."""

    def __init__(self, extractor: Extractor, clock: Clock) -> None:
        self.name, self.version, self.languages = extractor.name, extractor.version, extractor.languages
        self._extractor, self._clock = extractor, clock

    def extract(self, text: Text) -> tuple[Claim, ...]:
        with self._clock.time("extract"):
            return self._extractor.extract(text)


@dataclass(frozen=True, slots=True)
class Work:
    """How much was read, and the CPU seconds that each stage took."""

    documents: int
    unread: int
    words: int
    claims: int
    stages: dict[str, float]


def main(arguments: Sequence[str]) -> int:
    folder, name = arguments
    try:
        extractor = EXTRACTORS.get(name)()
    except AllegedError as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    print(json.dumps(asdict(measure(find_sources([folder]).sources, extractor))))
    return 0


def measure(sources: Iterable[Source], extractor: Extractor) -> Work:
    """Reads every source and times each stage; one that cannot be read is counted and told."""
    clock = Clock(dict.fromkeys(STAGES, 0.0))
    plan = Plan(TimedExtractor(extractor, clock))
    counts: Counter[str] = Counter()
    for source in sources:
        try:
            counts.update(read(source, plan, clock))
        except StageError as stop:
            counts["unread"] += 1
            print(stop.error, file=sys.stderr)
    READING_CHILD.stop()
    clock.seconds["read"] += find_child_seconds()
    return Work(**{key: counts[key] for key in COUNTS}, stages=sum_up(clock, extractor))


def read(source: Source, plan: Plan, clock: Clock) -> Counter[str]:
    """Takes one source through all stages, as `alleged.flow.read` does; raises StageError."""
    with clock.time("open"), at_stage("open"):
        data = open_source(source, plan.max_bytes)
    with clock.time("read"), at_stage("read"):
        reading = plan.read(data, source.name, plan.given)
    with clock.time("find"):
        claims = find_claims(reading, plan.extractor).claims
    return Counter(documents=1, words=len(reading.text.clean.split()), claims=len(claims))


def find_child_seconds() -> float:
    """CPU seconds of the processes that read for this one, and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def sum_up(clock: Clock, extractor: Extractor) -> dict[str, float]:
    """Seconds by stage; linking is what finding takes besides extraction, with the check of every quote."""
    seconds = clock.seconds | {"link": clock.seconds.get("find", 0.0) - clock.seconds["extract"]}
    inside = extractor.stages if isinstance(extractor, HasStages) else {}
    return {
        **{stage: seconds[stage] for stage in STAGES},
        **{f"extract.{name}": float(taken) for name, taken in inside.items()},
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
