"""`alleged knowledge`: which lists of names are loaded, in which version; adding and updating them."""
# ruff: noqa: PLC0415 - what is heavy to import waits until the command runs

from typing import Annotated

import typer

from alleged.cli.options import DEFAULT_FORMAT, FormatOption

HELP = """
List, add and update the lists of names that authorities keep.

Lists of the MISP galaxy come with alleged. Others are added from files, and kept in the folder that the
variable ALLEGED_KNOWLEDGE names, or in your data folder. Nothing is fetched unless 'update' is asked to.

\b
  alleged knowledge list                                 what is loaded, in which version
  alleged knowledge add enterprise-attack.json           add the list of an authority
  alleged knowledge update --from threat-actor.json      take a newer one, and see what it changes
"""

knowledge = typer.Typer(name="knowledge", help=HELP, no_args_is_help=True, rich_markup_mode=None)

FilesArgument = Annotated[
    list[str], typer.Argument(metavar="FILE...", help="A list; several files are parts of one.")
]
NamesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[AUTHORITY]...", help="Fetch the lists of these from where they are published."),
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="FILE", help="Take the list from a file; fetch nothing.")
]
UrlOption = Annotated[
    str | None, typer.Option("--url", metavar="URL", help="Fetch the list from an address.")
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Fetch all lists whose place of publication is known.")
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")]


@knowledge.command("list")
def list_authorities(form: FormatOption = DEFAULT_FORMAT) -> None:
    """List the authorities that are loaded, with the version of each list.

    \b
    alleged knowledge list
    alleged knowledge list -f csv
    """
    from contextlib import closing

    from alleged.cli.lists import say_authorities, view_authorities
    from alleged.cli.output import write
    from alleged.knowledge.store import open_knowledge

    with closing(open_knowledge()) as known:
        authorities = known.authorities
    write(view_authorities(authorities), form)
    say_authorities(authorities)


@knowledge.command("add")
def add(files: FilesArgument) -> None:
    """Add the list of an authority that is not loaded yet.

    Known are MISP galaxy clusters, ATT&CK in STIX 2.1, Microsoft's mapping of names, OFAC's list, the UK
    sanctions list and OpenSanctions. What a file is, is told by its content. A damaged one is refused whole.

    \b
    alleged knowledge add enterprise-attack.json
    alleged knowledge add SDN.CSV ALT.CSV ADD.CSV
    """
    from alleged.cli.updates import add_files

    add_files(files)


@knowledge.command("update")
def update(  # noqa: PLR0913 - one parameter an option
    *,
    names: NamesArgument = None,
    file: FromOption = None,
    url: UrlOption = None,
    every: AllOption = False,
    dry_run: DryRunOption = False,
    form: FormatOption = DEFAULT_FORMAT,
) -> None:
    """Put newer lists in the place of those that are loaded, and show what changes.

    Shown are the entries and names that were added, removed or changed. Links that were made before keep
    the version of the list that they were made with.

    \b
    alleged knowledge update --from threat-actor.json --dry-run
    alleged knowledge update misp-threat-actor microsoft
    alleged knowledge update --url https://lists.example/mapping.json
    """
    from alleged.cli.updates import Sources, update_lists

    update_lists(Sources(tuple(names or ()), file, url, every=every), form, dry_run=dry_run)


@knowledge.command("remove")
def remove(name: Annotated[str, typer.Argument(metavar="AUTHORITY", help="As 'list' calls it.")]) -> None:
    """Take an added list away; a packaged one that it replaced comes back.

    \b
    alleged knowledge remove microsoft
    """
    from alleged.cli.updates import remove_list

    remove_list(name)
