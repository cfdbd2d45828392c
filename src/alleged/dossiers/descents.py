"""What a document goes back to, in words: the same on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.counting import tell_count
from alleged.model.ids import SHORT_ID
from alleged.resolve.lineage import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.origins import Descent
    from alleged.resolve.lineage import Dependence

SHOWN = 3
"""Documents that something is from, of which a table tells."""

_RELIES = {
    Evidence.NEAR_COPY: "in part from",
    Evidence.CITATION: "in part from",
    Evidence.QUOTATION: "shares a quotation with",
}
"""How a document is told to depend on another with some of its words."""


def tell_how(dependence: Dependence) -> str:
    """How a document depends on another: "goes back to", "shares a quotation with"."""
    return "goes back to" if dependence.whole else _RELIES[dependence.evidence]


def tell_descent(descent: Descent) -> Iterator[str]:
    """What a document goes back to, one line for each thing that is known; none if nothing is."""
    if descent.is_suspect:
        yield "suspected of a flood"
    for dependence in descent.dependences[:SHOWN]:
        yield f"{tell_how(dependence)} {dependence.on[:SHORT_ID]}: {dependence.reason}"
    if len(descent.dependences) > SHOWN:
        yield f"and to {tell_count(len(descent.dependences) - SHOWN, 'more document')}"
    if descent.followers:
        verb = "goes" if descent.followers == 1 else "go"
        yield f"{tell_count(descent.followers, 'other document')} {verb} back to it"


def tell_doubt(descent: Descent) -> Iterator[str]:
    """Why what a document says adds no origin, in short; nothing if it does."""
    if descent.is_suspect:
        yield "suspected of a flood: adds no origin"
    firsts = {dependence.on[:SHORT_ID] for dependence in descent.dependences if dependence.whole}
    if firsts:
        yield f"adds no origin: goes back to {' and '.join(sorted(firsts))}"
