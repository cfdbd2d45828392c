"""What this system permits and what is installed: one finding a line, each with its cure."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from alleged.errors import AllegedError
from alleged.extract.neural.shipped import shipped_weights
from alleged.knowledge.store import open_knowledge
from alleged.ledger import hide_secrets, is_address, open_ledger
from alleged.ledger.health import find_sqlite_version, has_full_text, is_sqlite_new_enough
from alleged.text.children.child import Child
from alleged.text.children.documents import SERVICE
from alleged.text.children.limits import MEGABYTE, Guard, Limits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alleged.ledger.interface import Location

ENOUGH_DISK = 500 * MEGABYTE
"""Bytes that should be free where a ledger grows."""

_EXTRAS = {"fetch": "httpx", "pdf": "weasyprint", "teams": "psycopg"}
"""What can be installed besides, and a module that comes with it."""
_GUARDS = {
    Guard.MEMORY: (
        "limit of memory for readers",
        "run it on Linux, or in a container with a limit of memory",
    ),
    Guard.TIME: (
        "limit of processor time for readers",
        "run it on Linux or macOS; the clock is watched all the same",
    ),
    Guard.NETWORK: (
        "readers without network",
        "permit user namespaces (kernel.unprivileged_userns_clone=1), or use a container without network",
    ),
    Guard.FILES: (
        "readers that write no file",
        "use Linux 5.13 or newer with Landlock, or run it in a read-only container",
    ),
}


class State(StrEnum):
    """How something stands."""

    OK = "ok"
    MISSING = "missing"
    """Something that should be there: `--strict` ends with 1."""
    OPTIONAL = "optional"
    """Something that few need, and that is not there."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, how it stands, and what to do where it does not."""

    what: str
    state: State
    told: str = ""
    cure: str = ""


def examine(ledger: Location) -> Iterator[Finding]:
    """Everything that is looked at, in order; `ledger` is the file that holds it, or will, or an address."""
    yield from _examine_readers()
    yield from _examine_sqlite()
    if is_address(ledger):
        yield _examine_address(ledger)
    else:
        yield from _examine_folder(Path(ledger))
    yield _examine_weights()
    yield _examine_knowledge()
    yield from _examine_extras()


def _examine_readers() -> Iterator[Finding]:
    with Child(SERVICE, Limits()) as child:
        try:
            missing = child.find_missing()
        except AllegedError as error:
            cure = "install alleged again, or raise the limits of memory and processes that it runs under"
            yield Finding("process for readers", State.MISSING, str(error), cure)
            return
    yield Finding("process for readers", State.OK, "starts")
    for guard, (what, cure) in _GUARDS.items():
        if guard in missing:
            yield Finding(what, State.MISSING, "this system does not have it, or does not permit it", cure)
        else:
            yield Finding(what, State.OK, "in force")


def _examine_sqlite() -> Iterator[Finding]:
    newer = "use a newer Python"
    yield _found("SQLite", find_sqlite_version(), is_sqlite_new_enough(), newer)
    full_text = "FTS5" if has_full_text() else "built without FTS5"
    yield _found("full-text search", full_text, has_full_text(), "use a Python whose SQLite has FTS5")


def _examine_folder(ledger: Path) -> Iterator[Finding]:
    folder = ledger.absolute().parent
    may = os.access(ledger if ledger.exists() else folder, os.W_OK) and os.access(folder, os.W_OK)
    told = f"{ledger} may be written" if may else f"{ledger} may not be written"
    yield _found("ledger", told, may, "change its permissions, or name another with --ledger")
    if folder.exists():
        free = shutil.disk_usage(folder).free
        cure = "make room, or name another place with --ledger"
        yield _found("free disk", f"{free // MEGABYTE:,} MB", free >= ENOUGH_DISK, cure)


def _examine_address(ledger: Location) -> Finding:
    try:
        open_ledger(ledger, create=False).close()
    except AllegedError as error:
        return Finding("ledger", State.MISSING, str(error), "name another with --ledger")
    return Finding("ledger", State.OK, f"{hide_secrets(ledger)} can be opened")


def _examine_weights() -> Finding:
    try:
        count = shipped_weights().check()
    except AllegedError as error:
        return Finding("weights of neural", State.MISSING, str(error), "install alleged again")
    return Finding("weights of neural", State.OK, f"{count} files, undamaged")


def _examine_knowledge() -> Finding:
    try:
        with closing(open_knowledge()) as known:
            authorities = known.authorities
    except AllegedError as error:
        return Finding("lists of names", State.MISSING, str(error), "see alleged knowledge --help")
    names = sum(each.names for each in authorities)
    cure = "install alleged again"
    return _found("lists of names", f"{len(authorities)} with {names:,} names", bool(authorities), cure)


def _examine_extras() -> Iterator[Finding]:
    for extra, module in _EXTRAS.items():
        if find_spec(module):
            yield Finding(f"extra {extra}", State.OK, "installed")
        else:
            cure = f"pip install 'alleged[{extra}]'"
            yield Finding(f"extra {extra}", State.OPTIONAL, "not installed", cure)


def _found(what: str, told: str, holds: bool, cure: str) -> Finding:
    return Finding(what, State.OK, told) if holds else Finding(what, State.MISSING, told, cure)
