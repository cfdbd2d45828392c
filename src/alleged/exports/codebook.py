"""A filled codebook for programs: each cell with who says it, how surely and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.dossiers.forms import CellKind
from alleged.dossiers.wording import tell_stance, tell_voice
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.model.decision import CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alleged.dossiers.coded import Cell, Coded, Proposal
    from alleged.dossiers.forms import Codebook, Variable
    from alleged.dossiers.overview import Overview
    from alleged.exports.columns import Columns
    from alleged.model.claim import Claim
    from alleged.model.wire import Wire

ALTERNATIVES = " | "
"""Stands between values of which a cell can hold only one, where nobody decided."""
_PARTS = ("quote", "speaker", "stance", "decided_by")


def table_codebook(codebook: Codebook, coded: Sequence[Coded], overview: Overview) -> Table:
    """Every incident with all its cells; in CSV a cell has five columns."""
    columns: Columns = {**keys("incident", "label", "codebook", "decided", "cells_total")}
    for variable in codebook.variables:
        columns[variable.name] = _cell(variable)
        columns |= {f"{variable.name}_{part}": _part(variable.name, part) for part in _PARTS}
    return Table([_record(each, overview) for each in coded], columns, is_dossier=True)


def _cell(variable: Variable) -> Callable[[Wire], str]:
    joiner = "; " if variable.kind is CellKind.LIST else ALTERNATIVES

    def tell(record: Wire) -> str:
        return joiner.join(record["cells"][variable.name]["value"])

    return tell


def _part(name: str, part: str) -> Callable[[Wire], object]:
    return lambda record: record["cells"][name][part]


def _record(coded: Coded, overview: Overview) -> Wire:
    return {
        "incident": coded.incident.id,
        "label": coded.incident.label,
        "codebook": coded.codebook.name,
        "decided": coded.decided,
        "cells_total": len(coded.cells),
        "cells": {cell.variable.name: record_cell(cell, overview) for cell in coded.cells},
    }


def record_cell(cell: Cell, overview: Overview) -> Wire:
    """A cell with what it holds, who says so, every alternative, and who decided."""
    support, decision = cell.support(), cell.decision
    return {
        "title": cell.variable.title,
        "kind": cell.variable.kind.value,
        "value": list(cell.values),
        "is_open": cell.is_open,
        "quote": [claim.quote.exact for claim in support],
        "speaker": [tell_voice(claim, overview.provenance[claim.text]) for claim in support],
        "stance": [tell_stance(claim) for claim in support],
        "claims": [claim.id for claim in support],
        "decided_by": decision.who if decision else None,
        "decided_at": decision.at if decision else None,
        "why": decision.why if decision else None,
        "decision": decision.id if decision else None,
        "is_empty_on_purpose": bool(decision and not decision.what[CELL:]),
        "proposals": [_record_proposal(proposal, overview) for proposal in cell.proposals],
    }


def _record_proposal(proposal: Proposal, overview: Overview) -> Wire:
    return {
        "value": proposal.value,
        "said_by": [_record_claim(claim, overview) for claim in proposal.claims],
        "denied_by": [_record_claim(claim, overview) for claim in proposal.denials],
    }


def _record_claim(claim: Claim, overview: Overview) -> Wire:
    provenance = overview.provenance[claim.text]
    return {
        "claim": claim.id,
        "speaker": tell_voice(claim, provenance),
        "stance": tell_stance(claim),
        "quote": claim.quote.exact,
        "document": provenance.source,
    }
