"""`alleged read`: documents into the ledger."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import (
    DEFAULT_FORMAT,
    DEFAULT_PATH,
    ExtractorOption,
    FormatOption,
    LedgerOption,
    PublishedOption,
    PublisherOption,
    StrictOption,
    TitleOption,
    UrlOption,
    check_label,
)
from alleged.settings import CONTACT_VARIABLE


def read(  # noqa: PLR0913 - one parameter an option
    *,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, - for standard input; with --fetch addresses."
        ),
    ],
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the addresses among the paths (http and https).")
    ] = False,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Fetch also what a site keeps programs from (robots.txt).")
    ] = False,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            metavar="MAIL",
            envvar=CONTACT_VARIABLE,
            help="Where a site may complain of what is fetched; it is told to every site.",
        ),
    ] = None,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    extractor: ExtractorOption = None,
    marking: Annotated[
        str | None,
        typer.Option(
            "--marking", metavar="LABEL", callback=check_label, help="For whose eyes they are: TLP:AMBER."
        ),
    ] = None,
    strict: StrictOption = False,
    form: FormatOption = DEFAULT_FORMAT,
    ledger: LedgerOption = DEFAULT_PATH,
) -> None:
    """Read documents into the ledger.

    Takes text, Markdown, HTML and PDF, told apart by content. Each input gets one line that says what came of
    it; one that fails never stops the rest, and what is in the ledger already is left as it is. Zip and tar
    archives are read file by file. In folders, hidden files and READMEs are passed over. Nothing is ever
    fetched without --fetch.

    \b
    alleged read story.txt notice.pdf
    alleged read press/ --publisher "Harbour Times"
    alleged read --fetch https://news.example/story
    """
    from dataclasses import replace

    from alleged.cli.batch import end, follow, say_next, told_of_stop
    from alleged.cli.ledgers import open_to_append
    from alleged.cli.markings import make_marker, say_kept_markings
    from alleged.cli.output import View, write
    from alleged.cli.plans import check_given, fetched, make_plan
    from alleged.exports.documents import table_inputs
    from alleged.flow.ingest import ingest
    from alleged.flow.sources import find_sources
    from alleged.model.document import Input, Metadata

    given = Metadata(title, publisher, None, published, url)
    found = find_sources(paths)
    check_given(given, found)
    plan = replace(make_plan(extractor, given, strict=strict), mark=make_marker(marking))
    sources = fetched(found, contact, heeds_robots=not ignore_robots) if fetch else found.sources
    inputs: list[Input] = []
    with open_to_append(ledger) as opened:
        with told_of_stop(inputs, found):
            for attempt in follow(ingest(sources, opened, plan), found, lambda one: one):
                inputs.append(attempt)  # noqa: PERF402 - those that ended count when it is stopped
        say_next(inputs, opened, ledger)
    say_kept_markings(inputs, marking)
    write(View(table_inputs(inputs), lambda _: None), form)
    end(inputs)
