"""`alleged documents`: every input, and what came of it."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from alleged.cli.options import DEFAULT_FORMAT, DEFAULT_PATH, FormatOption, LedgerOption


def documents(form: FormatOption = DEFAULT_FORMAT, ledger: LedgerOption = DEFAULT_PATH) -> None:
    """List every input and what came of it.

    The oldest attempt comes first.

    \b
    alleged documents
    alleged documents -f jsonl
    """
    from alleged.cli.inputs import print_inputs, view_inputs
    from alleged.cli.ledgers import open_to_view
    from alleged.cli.messages import say, tell_count
    from alleged.cli.output import write

    with open_to_view(ledger) as opened:
        inputs = opened.inputs()
    write(view_inputs(inputs, lambda console: print_inputs(console, inputs)), form)
    say(tell_count(len(inputs), "input"))
