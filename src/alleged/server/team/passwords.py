"""Passwords of local users: one file, in which none of them stands, but what each makes with its own salt."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from threading import Semaphore
from typing import TYPE_CHECKING, Any

from alleged.errors import InputError, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHORTEST = 12
LONGEST = 1000
"""Characters of a password."""
N, R, P = 2**15, 8, 3
"""How costly it is to try one: about 32 MB and a quarter of a second."""
_AT_ONCE = Semaphore(2)
"""Passwords that are tried at one time, so that many who sign in take no more memory than that."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a password, and how it was made."""

    salt: str
    hash: str
    n: int = N
    r: int = R
    p: int = P

    @classmethod
    def of(cls, password: str) -> Kept:
        """What to keep of this password."""
        salt = secrets.token_bytes(16)
        return cls(_write(salt), _write(_scrypt(password, salt, (N, R, P))))

    def fits(self, password: str) -> bool:
        """Whether it is this password; how long that takes tells nothing of it."""
        made = _scrypt(password, _read(self.salt), (self.n, self.r, self.p))
        return hmac.compare_digest(made, _read(self.hash))


class Passwords:
    """The file of local users; it is read anew for each who signs in."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._nobody = Kept.of(secrets.token_urlsafe(SHORTEST))

    def fits(self, name: str, password: str) -> bool:
        """Whether somebody of that name has that password; an unknown name takes as long as a known one."""
        kept = self._load().get(name)
        fits = len(password) <= LONGEST and (kept or self._nobody).fits(password)
        return fits and kept is not None

    def names(self) -> tuple[str, ...]:
        """Who has a password."""
        return tuple(sorted(self._load()))

    def set(self, name: str, password: str) -> None:
        """Keep a password, in place of an earlier one; raises InputError for one that is too short."""
        if not name or name != " ".join(name.split()) or not name.isprintable():
            raise InputError(
                f"{name!r} is no name of a user", cure="write it on one line, as the member is called"
            )
        if not SHORTEST <= len(password) <= LONGEST:
            raise InputError(f"a password has {SHORTEST} to {LONGEST} characters", cure="choose another one")
        self._save({**self._load(), name: Kept.of(password)})

    def drop(self, name: str) -> None:
        """Let somebody sign in no longer; raises InputError where nobody of that name could."""
        kept = self._load()
        if name not in kept:
            raise InputError(f"{name!r} has no password here", cure="'alleged passwords list' tells who has")
        self._save({each: value for each, value in kept.items() if each != name})

    def _load(self) -> dict[str, Kept]:
        if not self._file.exists():
            return {}
        try:
            written: dict[str, dict[str, Any]] = json.loads(self._file.read_text(encoding="utf-8"))
            return {name: Kept(**value) for name, value in written.items()}
        except (ValueError, TypeError, AttributeError) as error:
            what = "the file of passwords cannot be read"
            raise InputError(
                what, Place(str(self._file)), "restore it, or delete it and set them anew"
            ) from error

    def _save(self, kept: Mapping[str, Kept]) -> None:
        """Whole or not at all, and for this user only."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_name(f"{self._file.name}.new")
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        written = {name: asdict(value) for name, value in kept.items()}
        new.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
        new.replace(self._file)


def _scrypt(password: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    n, r, p = cost
    with _AT_ONCE:
        return hashlib.scrypt(
            password.encode("utf-8", "replace"), salt=salt, n=n, r=r, p=p, maxmem=256 * n * r, dklen=32
        )


def _write(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _read(written: str) -> bytes:
    return base64.b64decode(written)
