"""What `alleged doctor` found, for people and programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from alleged.cli.layout import Column, make_cell, print_rows
from alleged.cli.messages import say
from alleged.cli.output import View
from alleged.dossiers.counting import tell_count
from alleged.dossiers.safety import one_line
from alleged.exports.columns import keys
from alleged.exports.table import Table
from alleged.flow.doctor import State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from alleged.flow.doctor import Finding

FINDING_COLUMNS = keys("what", "state", "told", "cure")
_COLUMNS = (Column("state", width=max(map(len, State))), Column("what", share=2), Column("found", share=3))
_STYLES = {State.OK: "green", State.MISSING: "red", State.OPTIONAL: "yellow"}


def view_findings(findings: Sequence[Finding]) -> View:
    """The findings, a row each."""
    table = Table([asdict(finding) for finding in findings], FINDING_COLUMNS)
    return View(table, lambda console: _print_findings(console, findings))


def say_findings(findings: Sequence[Finding]) -> None:
    """How much is missing."""
    missing = sum(finding.state is State.MISSING for finding in findings)
    looked = tell_count(len(findings), "thing")
    say(f"{looked} looked at · {missing} missing" if missing else f"{looked} looked at · nothing missing")


def _print_findings(console: Console, findings: Sequence[Finding]) -> None:
    rows = []
    for finding in findings:
        told = "; ".join(filter(None, (finding.told, finding.cure)))
        state = make_cell(finding.state.value, _STYLES[finding.state])
        rows.append((state, make_cell(finding.what), make_cell(one_line(told))))
    print_rows(console, _COLUMNS, rows, dense=True)
