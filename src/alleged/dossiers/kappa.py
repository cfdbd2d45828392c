"""How far two people agree beyond what chance would bring: Cohen's kappa."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement over `n` things that both judged."""

    n: int
    agreed: int
    """On how many of them both said the same."""
    by_chance: int
    """The sum over all values of how often one gave it times how often the other did."""

    @property
    def observed(self) -> float | None:
        """The share on which they agree; None where nothing was judged by both."""
        return self.agreed / self.n if self.n else None

    @property
    def expected(self) -> float | None:
        """The share on which they would agree by chance, each giving values as often as they do."""
        return self.by_chance / self.n**2 if self.n else None

    @property
    def value(self) -> float | None:
        """Kappa: 1 for full agreement, 0 for that of chance; None where it is undefined."""
        if self.by_chance == self.n**2:  # also where n is 0
            return None
        return (self.n * self.agreed - self.by_chance) / (self.n**2 - self.by_chance)

    @property
    def why_undefined(self) -> str:
        """Why there is no value; "" where there is one."""
        if not self.n:
            return "nothing was judged by both"
        return "both always gave one and the same value" if self.value is None else ""


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> Kappa:
    """The agreement of two people, who gave each thing the values of one pair."""
    ones, twos = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    agreed = sum(one == two for one, two in pairs)
    return Kappa(len(pairs), agreed, sum(ones[value] * twos[value] for value in ones))
