"""`alleged decide` and `alleged decisions`: what people settle, and how they take it back."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from enum import StrEnum
from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, AsOfOption, FormatOption, LedgerOption
from alleged.model.vocabulary import RelationType
from alleged.settings import DECIDER_VARIABLE

HELP = f"""
Decide what the ledger only suggests, and take it back.

A decision says what is so, or with --reject what is not, who says that, and why. Nothing else is changed:
claims, links and documents stay as they are, and what is shown follows the decisions in force. Deciding
again on the same thing replaces the earlier decision. Who decides is what --by says, or the variable
{DECIDER_VARIABLE}, or your login name.

\b
alleged decide name APT31 threat-actor:APT31 --why "the indictment means this group"
alleged decide link 3fa81c2e 91bc0d3e --reject --why "it answers another report"
alleged decide claim 3fa81c2e correct stance alleges --why "he says 'we believe'"
alleged decide withdraw 5c0ffee1 --why "I misread it"
alleged decisions                                      what was decided, by whom
alleged undo                                           take your last decision back
"""

decide = typer.Typer(name="decide", help=HELP, no_args_is_help=True, rich_markup_mode=None)

WhyOption = Annotated[str, typer.Option("--why", metavar="WORDS", help="For what reason, in your words.")]
ByOption = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="NAME", envvar=DECIDER_VARIABLE, help="Who decides.", show_default="your login name"
    ),
]
OverOption = Annotated[
    list[str] | None,
    typer.Option(
        "--over", metavar="ID", help="Somebody else's decision that this replaces, in a shared ledger."
    ),
]
RejectOption = Annotated[bool, typer.Option("--reject", help="Decide that it is not so.")]
FirstArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of a claim, or how it begins.")]
SecondArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="Id of another claim.")]


@decide.command("name")
def decide_name(  # noqa: PLR0913 - one parameter an option
    name: Annotated[str, typer.Argument(help="A name, as the claims have it.")],
    entity: Annotated[
        str, typer.Argument(metavar="AUTHORITY:ID", help="An entry of a list: its id there, or its name.")
    ],
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide which entry of a list a name stands for in this ledger.

    It stands for one entry of each list at most: another one replaces it. With --reject, that entry is
    not meant.

    \b
    alleged decide name APT31 mitre-intrusion-set:G0128 --why "both reports cite ATT&CK"
    alleged decide name Zirconium microsoft-activity-group:Ruby --reject --why "another group"
    """
    from alleged.cli.deciding import Said, settle_name

    settle_name(ledger, (name, entity), Said(why, by, reject=reject, over=over))


@decide.command("alias")
def decide_alias(  # noqa: PLR0913 - one parameter an option
    name: Annotated[str, typer.Argument(help="A name of a speaker, as the claims have it.")],
    other: Annotated[str, typer.Argument(help="Another one.")],
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that two names of speakers are of one body, or with --reject that they are not.

    What is said under both stands in one column of the matrix; each claim keeps the name that it has.

    \b
    alleged decide alias NSM "Norwegian National Security Authority" --why "their own site says so"
    alleged decide alias NCSC "National Cyber Security Centre" --reject --why "this is the Dutch one"
    """
    from alleged.cli.deciding import Said, settle_alias

    settle_alias(ledger, (name, other), Said(why, by, reject=reject, over=over))


@decide.command("link")
def decide_link(  # noqa: PLR0913 - one parameter an option
    claim: FirstArgument,
    to: SecondArgument,
    *,
    type_: Annotated[
        RelationType | None,
        typer.Option(
            "--type",
            help="What the first claim does to the second.",
            show_default="what the ledger suggests, or else disputes",
        ),
    ] = None,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that the first claim answers the second, or with --reject that it does not.

    \b
    alleged decide link 3fa81c2e 91bc0d3e --why "it names the charge"
    alleged decide link 3fa81c2e 91bc0d3e --type confirms --reject --why "it speaks of an earlier case"
    """
    from alleged.cli.deciding import Said, settle_link

    settle_link(ledger, (claim, to, type_), Said(why, by, reject=reject, over=over))


@decide.command("incident")
def decide_incident(  # noqa: PLR0913 - one parameter an option
    claim: FirstArgument,
    other: SecondArgument,
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that two claims are about one incident, or with --reject that they are not.

    \b
    alleged decide incident 3fa81c2e 91bc0d3e --why "same servers, same week"
    alleged decide incident 3fa81c2e 91bc0d3e --reject --why "the second one is of 2019"
    """
    from alleged.cli.deciding import Said, settle_incident

    settle_incident(ledger, (claim, other), Said(why, by, reject=reject, over=over))


class Change(StrEnum):
    """What can be decided on a claim."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"


@decide.command("claim")
def decide_claim(  # noqa: PLR0913 - one parameter an option
    claim: FirstArgument,
    change: Annotated[Change, typer.Argument(help="What is decided.")],
    correction: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD VALUE...]", help="What is corrected, and to what.")
    ] = None,
    *,
    why: WhyOption,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Accept a claim, reject it, or correct what it says.

    A rejected claim leaves every view and count but 'alleged claims --rejected'. Fields are stance, hedge,
    speaker, act, actor, target and time; hedge, actor, target and time may be 'none'. What was read stays in
    the ledger, and views mark what is corrected.

    \b
    alleged decide claim 3fa81c2e accept --why "read it against the indictment"
    alleged decide claim 3fa81c2e reject --why "the sentence is about 2019"
    alleged decide claim 3fa81c2e correct stance alleges --why "he says 'we believe'"
    alleged decide claim 3fa81c2e correct speaker "Lisa Monaco" law-enforcement --why "she says it"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_claim

    settle_claim(ledger, (claim, change.value, correction or ()), Said(why, by, over=over))


@decide.command("document")
def decide_document(  # noqa: PLR0913 - one parameter an option
    document: Annotated[str, typer.Argument(metavar="NAME|ID", help="A document: as read, or by id.")],
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that a document counts, although its publisher is retracted.

    With --reject it does not, as 'alleged retract --document' says it.

    \b
    alleged decide document story.txt --why "this one is theirs"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_document

    settle_document(ledger, document, Said(why, by, reject=reject, over=over))


@decide.command("version")
def decide_version(  # noqa: PLR0913 - one parameter an option
    newer: Annotated[str, typer.Argument(metavar="NEWER", help="A document: as read, or by id.")],
    older: Annotated[str, typer.Argument(metavar="OLDER", help="The document that it replaces.")],
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that a document is a changed version of another, or with --reject that it is not.

    Views show the newest version alone.

    \b
    alleged decide version 9c41d2aa 3fa81c2e --why "the paper corrected the story"
    alleged decide version 9c41d2aa 3fa81c2e --reject --why "another file of the same name"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_version

    settle_version(ledger, (newer, older), Said(why, by, reject=reject, over=over))


@decide.command("same")
def decide_same(  # noqa: PLR0913 - one parameter an option
    claim: FirstArgument,
    other: SecondArgument,
    *,
    why: WhyOption,
    reject: RejectOption = False,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide that two claims of a document are one reading twice.

    The second one leaves the views, as it is in the ledger. Both must be equally sure: a merge never changes
    how surely something is said.

    \b
    alleged decide same 3fa81c2e 91bc0d3e --why "the same sentence, read twice"
    """
    from alleged.cli.deciding import Said
    from alleged.cli.settling import settle_same

    settle_same(ledger, (claim, other), Said(why, by, reject=reject, over=over))


@decide.command("code")
def decide_code(  # noqa: PLR0913 - one parameter an option
    incident: Annotated[
        str, typer.Argument(metavar="INCIDENT", help="How an incident's id begins, or a claim's in it.")
    ],
    variable: Annotated[str, typer.Argument(help="A variable of the codebook.")],
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="[VALUE...]", help="What the cell holds; none leaves it empty."),
    ] = None,
    *,
    book: Annotated[
        str, typer.Option("--form", metavar="NAME|FILE.toml", help="eurepoc, cfr, dcid, or one of your own.")
    ] = "eurepoc",
    why: WhyOption,
    over: OverOption = None,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Decide what a cell of a codebook holds for an incident.

    \b
    alleged decide code 3fa8 start_date 2021 --why "the advisory dates it"
    alleged decide code 3fa8 end_date --why "nobody says when it ended"
    """
    from alleged.cli.deciding import Said, settle_code

    settle_code(ledger, (incident, book, variable, values or []), Said(why, by, over=over))


@decide.command("withdraw")
def withdraw_decision(
    decision: Annotated[str, typer.Argument(metavar="ID", help="Id of a decision, or how it begins.")],
    *,
    why: WhyOption,
    by: ByOption = None,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Take a decision back: what was before it holds again.

    The decision and its withdrawal stay in the ledger. A withdrawal can itself be withdrawn.

    \b
    alleged decide withdraw 5c0ffee1 --why "I misread it"
    """
    from alleged.cli.deciding import Said, settle_withdrawal

    settle_withdrawal(ledger, decision, Said(why, by))


def decisions(
    as_of: AsOfOption = None, form: FormatOption = DEFAULT_FORMAT, ledger: LedgerOption = DEFAULT_PATH
) -> None:
    """List every decision: what, who, when, why, and if it counts.

    The oldest comes first. Those that were replaced or withdrawn stay in the list.

    \b
    alleged decisions
    alleged decisions -f csv
    """
    from alleged.cli.decisions import say_decisions, view_listed
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.output import write
    from alleged.dossiers.decided import view_decisions

    with open_to_view(ledger, as_of) as opened:
        views = view_decisions(opened.decisions())
        view = view_listed(views, opened)
    write(view, form)
    say_decisions(views)
