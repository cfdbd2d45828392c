"""How a document stands to others, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.wording import tell_saying
from alleged.exports.columns import keys
from alleged.exports.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.dossiers.others import Others
    from alleged.dossiers.subject import Answer
    from alleged.model.wire import Wire
    from alleged.resolve.lineage import Dependence

OTHER_COLUMNS = keys("part", "how", "scope", "document", "claim", "told", "to", "reason")


def table_others(others: Others) -> Table:
    """What the document goes back to, what its claims answer, and what answers them: a row for each."""
    return Table(list(_record(others)), OTHER_COLUMNS)


def _record(others: Others) -> Iterator[Wire]:
    for dependence in others.descent.dependences if others.descent else ():
        yield _record_dependence(dependence)
    for part, answers in (("answers", others.answers), ("answered-by", others.answered_by)):
        yield from (_record_answer(part, answer) for answer in answers)


def _record_dependence(dependence: Dependence) -> Wire:
    return {
        "part": "goes-back-to",
        "how": dependence.evidence.value,
        "scope": "whole" if dependence.whole else "some-words",
        "document": dependence.on,
        "claim": None,
        "told": None,
        "to": [],
        "reason": dependence.reason,
    }


def _record_answer(part: str, answer: Answer) -> Wire:
    return {
        "part": part,
        "how": answer.type.value,
        "scope": answer.scope.value,
        "document": answer.claim.document,
        "claim": answer.claim.id,
        "told": tell_saying(answer.claim),
        "to": [claim.id for claim in answer.answered],
        "reason": "; ".join(answer.reasons),
    }
