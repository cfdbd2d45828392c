"""Searches that people saved: one file a user, outside of the ledger, since they say nothing of the world."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from alleged.errors import InputError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 100
"""Searches that one person may save."""
_WRITING = Lock()
"""Everybody who uses this server writes to one file."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A search under the name that somebody gave it."""

    name: str
    line: str


class SavedSearches:
    """The searches of every person who uses a ledger here."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, ledger: str, who: str | None) -> tuple[Saved, ...]:
        """Those of one person in one ledger, by name."""
        kept = self._read().get(_key(ledger, who), {})
        return tuple(Saved(name, kept[name]) for name in sorted(kept, key=str.casefold))

    def keep(self, ledger: str, who: str | None, saved: Saved) -> None:
        """Save a search, in place of one of the same name; raises InputError for one without a name."""
        name = " ".join(saved.name.split())
        if not name or not saved.line:
            raise InputError("a search is saved under a name", cure="write both")
        with _WRITING:
            kept = self._read()
            own = {**kept.get(_key(ledger, who), {}), name: saved.line}
            if len(own) > MOST:
                raise InputError(f"{MOST} searches are saved already", cure="drop one first")
            self._write({**kept, _key(ledger, who): own})

    def drop(self, ledger: str, who: str | None, name: str) -> None:
        """Forget the search of that name; one that is not there is gone already."""
        with _WRITING:
            kept = self._read()
            own = {key: line for key, line in kept.get(_key(ledger, who), {}).items() if key != name}
            self._write({**kept, _key(ledger, who): own})

    def _read(self) -> dict[str, dict[str, str]]:
        if not self._file.exists():
            return {}
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise InputError(
                "the saved searches cannot be read", Place(str(self._file)), "mend or delete it"
            ) from error
        return dict(kept)

    def _write(self, kept: Mapping[str, Mapping[str, str]]) -> None:
        """Whole or not at all, and for this user only."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_name(f"{self._file.name}.new")
        new.touch(mode=0o600)
        new.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        new.replace(self._file)


def _key(ledger: str, who: str | None) -> str:
    place = ledger if "://" in ledger else str(Path(ledger).absolute())
    return f"{who or ''}@{place}"
