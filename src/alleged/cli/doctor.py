"""`alleged doctor`: what this system permits, and what is missing."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption


def doctor(
    *,
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 if something is missing.")] = False,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Look whether the system has what is needed.

    That is limits for the processes that read, SQLite, disk, weights and lists of names. One line for each,
    with what to do where something is missing.

    \b
    alleged doctor
    alleged doctor --strict && alleged read inbox/
    """
    from alleged.cli.findings import say_findings, view_findings
    from alleged.cli.messages import CONDITION_MET
    from alleged.cli.output import write
    from alleged.flow.doctor import State, examine

    findings = tuple(examine(ledger))
    write(view_findings(findings), form)
    say_findings(findings)
    if strict and any(finding.state is State.MISSING for finding in findings):
        raise SystemExit(CONDITION_MET)
