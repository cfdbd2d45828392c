"""What a backup says of itself, in a small file beside it: hash, schema, head, how many rows it has."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import file_digest
from shutil import copymode
from typing import TYPE_CHECKING, Any

from alleged.errors import LedgerError
from alleged.ledger.files import put, unfinished
from alleged.model.audit import read_head

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = "alleged-backup-1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A backup's hash (sha256, hexadecimal), size in bytes, schema, time (ISO 8601, UTC), rows by table.

    The head is the line that `alleged head` prints of it; None where the schema is not this program's.
    """

    sha256: str
    size: int
    schema: str
    made: str
    rows: Mapping[str, int]
    head: str | None = None


def find_manifest_path(backup: Path) -> Path:
    """Where the manifest of `backup` lies: beside it."""
    return backup.with_name(f"{backup.name}.manifest.json")


def write_manifest(manifest: Manifest, backup: Path, like: Path) -> None:
    """Write the manifest that lies beside `backup`, whole or not at all, for those who may read `like`."""
    path, told = find_manifest_path(backup), {"format": FORMAT, **asdict(manifest)}
    with unfinished(path) as place:
        place.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        copymode(like, place)
        put(place, path)


def read_manifest(backup: Path) -> Manifest:
    """The manifest beside `backup`; raises LedgerError if there is none or it is none of ours."""
    path = find_manifest_path(backup)
    try:
        told = json.loads(path.read_bytes())
        return _make_manifest(told)
    except FileNotFoundError as fault:
        raise LedgerError(
            f"{path} is missing, which says what {backup.name} must hold; copy it here too, or restore "
            "with --without-manifest"
        ) from fault
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise LedgerError(f"{path} is damaged: it is no manifest of a backup; use another backup") from fault


def _make_manifest(told: Any) -> Manifest:
    if told["format"] != FORMAT:
        raise ValueError(told["format"])
    rows = {str(name): int(count) for name, count in told["rows"].items()}
    head = told.get("head")  # manifests of older versions have none
    if head is not None:
        read_head(head)
    return Manifest(
        str(told["sha256"]), int(told["size"]), str(told["schema"]), str(told["made"]), rows, head
    )


def hash_file(path: Path) -> str:
    """The sha256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
