"""`alleged serve`: the ledger in the browser."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_PATH, check_ledger
from alleged.settings import LEDGER_VARIABLE

_LOOPBACK = "127.0.0.1"
_PORT = 8420
_LARGEST_PORT = 65535


def serve(  # noqa: PLR0913 - one parameter an option
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
    team: Annotated[
        bool, typer.Option("--team", help="Let the members of the ledger sign in, each under their own name.")
    ] = False,
    public_address: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where they open it, if not where it listens: https://claims.example"
        ),
    ] = None,
    secure_cookie: Annotated[
        bool, typer.Option("--secure-cookie", help="Let browsers send their session over https only.")
    ] = False,
    users: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The file of 'alleged passwords'.", show_default="one of your own"),
    ] = None,
    oidc_issuer: Annotated[
        str | None, typer.Option(metavar="URL", help="A provider of OpenID Connect that knows the members.")
    ] = None,
    oidc_client_id: Annotated[
        str | None, typer.Option(metavar="ID", help="As what it knows this server.")
    ] = None,
    oidc_claim: Annotated[
        str, typer.Option(metavar="CLAIM", help="What it says of a person that is the member's name.")
    ] = "preferred_username",
) -> None:
    """Open the ledger in the browser.

    Prints its start address first, which signs one browser in. It answers this machine only, and needs no
    network. Stop it with Ctrl-C. With --team the members of a shared ledger sign in, with a password
    ('alleged passwords set NAME') or with a provider of OpenID Connect, which knows this server by the secret
    in ALLEGED_OIDC_SECRET.

    \b
    alleged serve
    alleged serve ledger.db --no-browser
    alleged serve ledger.db --team --public-address https://claims.example
    """
    import webbrowser

    from alleged.cli.teams import make_team, say_start
    from alleged.cli.users import find_user
    from alleged.server.listening import Listening, made_ready

    provider = (oidc_issuer, oidc_client_id, oidc_claim)
    asked = make_team(provider, users, public_address, secure=secure_cookie) if team else None
    if asked is None and any((public_address, secure_cookie, users, oidc_issuer, oidc_client_id)):
        raise typer.BadParameter(
            "they go with --team", param_hint="--public-address, --users, --oidc-issuer ..."
        )
    with made_ready(Listening(ledger, None if team else find_user(), host, port, asked)) as ready:
        address = ready.make_address()
        typer.echo(address)
        say_start(asked, host)
        if browser:
            webbrowser.open(address)
        ready.run()
