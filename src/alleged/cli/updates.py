"""What the commands of `alleged knowledge` do."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.cli.lists import say_update, view_differences
from alleged.cli.messages import SOME_FAILED, USAGE, fail, say
from alleged.cli.output import write
from alleged.errors import KnowledgeError, Place
from alleged.knowledge.publishers import fetch, find_address
from alleged.knowledge.shelf import Shelf
from alleged.knowledge.store import open_knowledge
from alleged.knowledge.updating import add_list, plan_update
from alleged.settings import knowledge_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alleged.cli.output import Format
    from alleged.knowledge.known import Knowledge
    from alleged.knowledge.updating import Update


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the newer lists of an update are to come from, as the command line says."""

    names: tuple[str, ...]
    file: str | None
    url: str | None
    every: bool


def add_files(files: Sequence[str]) -> None:
    """Adds the list that these files hold together, and tells what it is."""
    shelf = Shelf(knowledge_folder())
    with closing(open_knowledge(shelf.folder)) as known:
        authority = add_list(known, shelf, b"".join(map(_read, files)), " ".join(files))
    told = f"{authority.name} ({authority.title}), version {authority.version}"
    say(f"added {told}: {len(authority.entities)} entities")


def update_lists(sources: Sources, form: Format, *, dry_run: bool) -> None:
    """Takes newer lists and shows what they change; ends with code 3 if one of them could not be had."""
    shelf = Shelf(knowledge_folder())
    failed = False
    updates: list[Update] = []
    with closing(open_knowledge(shelf.folder)) as known:
        for place, address in _places(sources, known):
            try:
                updates.append(plan_update(known, fetch(address) if address else _read(place), place))
            except KnowledgeError as error:
                failed = True
                say(f"alleged: {error}")
    differences = [each for update in updates for each in update.differences]
    _keep(shelf, () if dry_run else [update for update in updates if update.is_new])
    write(view_differences(differences), form)
    for update in updates:
        say_update(update, done=not dry_run)
    if failed:
        raise SystemExit(SOME_FAILED)


def remove_list(name: str) -> None:
    """Takes a list away that was added."""
    if not Shelf(knowledge_folder()).remove(name):
        raise fail(f"no list of {name!r} was added; 'alleged knowledge list' shows what is loaded", USAGE)
    say(f"removed {name}")


def _places(sources: Sources, known: Knowledge) -> Iterator[tuple[str, str | None]]:
    """Each place to read from, with the address if it is to be fetched."""
    given = (bool(sources.names), bool(sources.file), bool(sources.url), sources.every)
    if sum(given) != 1:
        raise fail("say what to update: names of authorities, --from FILE, --url URL or --all", USAGE)
    if sources.file:
        return iter([(sources.file, None)])
    if sources.url:
        return iter([(sources.url, sources.url)])
    known.choose(sources.names)
    names = known.versions() if sources.every else sources.names
    return iter([(address, address) for name in names if (address := _address(name, sources))])


def _address(name: str, sources: Sources) -> str | None:
    address = find_address(name)
    if address is None and not sources.every:
        raise fail(f"no address is known for {name}; use --url URL or --from FILE", USAGE)
    return address


def _keep(shelf: Shelf, updates: Sequence[Update]) -> None:
    for update in updates:
        shelf.put(update.authority, update.data)


def _read(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise KnowledgeError(f"cannot be read ({error.strerror})", Place(file), "check the path") from error
