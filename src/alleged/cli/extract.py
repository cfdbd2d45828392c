"""`alleged extract`: the claims of files, without a ledger."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from pathlib import Path
from typing import Annotated

import typer

from alleged.cli.options import (
    ExtractorOption,
    PublishedOption,
    PublisherOption,
    StrictOption,
    TitleOption,
    UrlOption,
)
from alleged.cli.output import Format


def extract(  # noqa: PLR0913 - one parameter an option
    *,
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Files, folders, or - for standard input.")
    ],
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            "-f",
            help="jsonl is the contract for programs.",
            show_default="table",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", file_okay=False, help="Write one NAME.jsonl for each input."),
    ] = None,
    published: PublishedOption = None,
    publisher: PublisherOption = None,
    title: TitleOption = None,
    url: UrlOption = None,
    extractor: ExtractorOption = None,
    strict: StrictOption = False,
) -> None:
    """Print the claims of documents and keep nothing.

    With -f jsonl each claim is one line that fits the published JSON Schema
    (alleged/model/claim.schema.json). Offsets count the characters of the input file for text and Markdown.

    \b
    alleged extract story.txt
    alleged extract story.txt notice.pdf -f jsonl > claims.jsonl
    alleged extract articles/ --out claims/
    """
    from alleged.cli.extractions import print_extractions, write_extractions
    from alleged.cli.messages import USAGE, fail
    from alleged.cli.plans import check_given, make_plan
    from alleged.flow.sources import find_sources
    from alleged.model.document import Metadata

    given = Metadata(title, publisher, None, published, url)
    found = find_sources(paths)
    check_given(given, found)
    plan = make_plan(extractor, given, strict=strict)
    if out is None:
        print_extractions(found, plan, form or Format.TABLE)
        return
    if form not in (None, Format.JSONL):
        raise fail(f"--out writes jsonl, not {form.value}; leave out one of the two", USAGE)
    write_extractions(found, plan, out)
