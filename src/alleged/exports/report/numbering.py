"""The numbers under which a report quotes its claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alleged.dossiers.wording import tell_stance, tell_voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alleged.dossiers.report import Report
    from alleged.dossiers.subject import Answer
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire


@dataclass(frozen=True, slots=True)
class Numbering:
    """By claim id, the number of its quote."""

    numbers: Mapping[str, int]

    @classmethod
    def of(cls, report: Report) -> Numbering:
        """The claims of a report in their order, from 1."""
        return cls({claim.id: number for number, claim in enumerate(report.claims, 1)})

    def refer(self, claims: Iterable[Claim]) -> list[int]:
        """The numbers of these claims, in order, each once."""
        return sorted({self.numbers[claim.id] for claim in claims if claim.id in self.numbers})


def tell_who(claim: Claim, report: Report) -> str:
    """Who vouches for a claim; an own voice is that of its document."""
    return tell_voice(claim, report.overview.provenance[claim.text])


def record_voices(claims: Iterable[Claim], report: Report, numbering: Numbering) -> list[Wire]:
    """Who says it and how surely: those who say it alike stand together, with the numbers of the quotes."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((tell_who(claim, report), tell_stance(claim)), []).append(claim)
    return [
        {"who": who, "stance": group[0].stance.value, "how": how, "quotes": numbering.refer(group)}
        for (who, how), group in groups.items()
    ]


def record_denial(denial: Answer | None, report: Report, numbering: Numbering) -> Wire | None:
    """Who denied it last, when, and whether it is just this that is denied."""
    if denial is None:
        return None
    return {
        "who": tell_who(denial.claim, report),
        "how": tell_stance(denial.claim),
        "date": report.overview.published(denial.claim),
        "scope": denial.scope.value,
        "quotes": numbering.refer((denial.claim,)),
    }
