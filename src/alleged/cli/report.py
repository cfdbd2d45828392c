"""`alleged report`: one file on a name or an incident, to hand to somebody."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.matrix import Side
from alleged.cli.options import DEFAULT_PATH, AsOfOption, LedgerOption

_ENDINGS = (".html", ".md", ".pdf")


def check_ending(out: Path | None) -> Path | None:
    """The file, if its ending says what to write."""
    if out and out.suffix.lower() not in _ENDINGS:
        known = ", ".join(_ENDINGS)
        raise typer.BadParameter(f"{out} does not say what to write; end it in one of {known}")
    return out


def report(  # noqa: PLR0913 - one parameter an option
    asked: Annotated[
        str,
        typer.Argument(
            metavar="ACTOR|INCIDENT", help="A name; or how an incident's id begins, or a claim's in it."
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            callback=check_ending,
            help="Where to write it: FILE.html, FILE.md or FILE.pdf.",
            show_default="Markdown on standard output",
        ),
    ] = None,
    by: Annotated[Side, typer.Option(help="What the columns of its matrix are.")] = Side.SPEAKER,
    unmask: Annotated[
        bool, typer.Option("--unmask", help="Leave the names of accused private persons, marked.")
    ] = False,
    as_of: AsOfOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Write a report on a name or an incident.

    What is alleged, by whom and how surely; who says what side by side; a timeline; denials; what was done
    about it; who lists the names; every quote with its place; documents and their origins; how to check it.
    The file asks for nothing from elsewhere. PDF needs the extra 'pdf'.

    \b
    alleged report APT31 -o apt31.html
    alleged report 3fa8 -o incident.pdf
    alleged report APT31 > apt31.md
    """
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.reporting import write_report
    from alleged.dossiers.matrix import By
    from alleged.dossiers.privacy import find_newest, view_privacy
    from alleged.dossiers.report import view_report
    from alleged.exports.report.record import Terms, make_sheets
    from alleged.knowledge.store import open_knowledge

    with open_to_view(ledger, as_of) as opened:
        view = view_report(opened, open_knowledge, asked, By(by))
        day = as_of.isoformat(timespec="seconds") if as_of else find_newest(opened)
        terms = Terms(day, view_privacy(opened, open_knowledge), unmask)
    write_report(make_sheets(view, terms), out)
