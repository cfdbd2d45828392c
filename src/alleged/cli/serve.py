"""`alleged serve`: the ledger in the browser."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_PATH, check_ledger
from alleged.settings import LEDGER_VARIABLE

_LOOPBACK = "127.0.0.1"
_PORT = 8420
_LARGEST_PORT = 65535


def serve(
    ledger: Annotated[
        str,
        typer.Argument(
            metavar="[LEDGER]",
            envvar=LEDGER_VARIABLE,
            callback=check_ledger,
            help="Where the ledger is: a file, or postgresql://...",
        ),
    ] = DEFAULT_PATH,
    *,
    host: Annotated[str, typer.Option(help="The address of this machine to listen on.")] = _LOOPBACK,
    port: Annotated[
        int, typer.Option(min=0, max=_LARGEST_PORT, help="The port; 0 takes any that is free.")
    ] = _PORT,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the browser.")] = True,
) -> None:
    """Open the ledger in the browser.

    Prints its start address first, which signs one browser in. It answers this machine only, and needs no
    network. Stop it with Ctrl-C.

    \b
    alleged serve
    alleged serve ledger.db --no-browser
    """
    import webbrowser

    from alleged.cli.messages import say
    from alleged.cli.users import find_user
    from alleged.server.listening import Listening, made_ready

    with made_ready(Listening(ledger, find_user(), host, port)) as ready:
        address = ready.make_address()
        typer.echo(address)
        say("the address above signs one browser in; Ctrl-C stops the server")
        if browser:
            webbrowser.open(address)
        ready.run()
