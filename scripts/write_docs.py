"""Writes the generated parts of the documentation; with `--check` it only says which of them are out of date.

A generated part stands between `<!-- generated: MAKER ARGUMENT -->` and `<!-- end -->`. The makers:

run COMMAND     the command and what it prints, in a folder that holds a fresh copy of `examples/`
fails COMMAND   the same of a command that is meant to print an error of `alleged`, which `run` refuses
show FILTERS    `alleged show` of the first claim that `alleged claims FILTERS` lists
names FILTERS   what `alleged show --names` of that claim says of its names
help            the `--help` of every command
schema FILE     a table of the keys of a JSON Schema
"""

from __future__ import annotations

import difflib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeAlias

from alleged.cli.main import app
from alleged.model.ids import SHORT_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from typer.models import CommandInfo

ROOT = Path(__file__).resolve().parents[1]
LEDGER = "out/examples.db"
"""Where `make run` puts its ledger; the commands of the documentation use the same name."""

KNOWLEDGE = "out/knowledge"
"""Where the commands of the documentation keep lists of names."""

WIDTH = 100
CRASH = "Traceback (most recent call last)"
ERROR = re.compile(r"^(?:alleged: |Try 'alleged )", re.MULTILINE)
"""How what `alleged` says begins when it cannot do what was asked; a pipe hides its exit code."""

PART = re.compile(r"(<!-- generated: (\w+) ?(.*?) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
OPENING = "<!-- generated: "
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
SOME_TIME = "2026-01-05T09:30:00+00:00"
"""Stands for the time of an attempt to read, which differs each time."""

Schema: TypeAlias = dict[str, Any]


class StalePartError(Exception):
    """A generated part cannot be made; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A folder with a copy of the examples, in which the commands of one page run one after another."""

    folder: Path

    def run(self, command: str) -> str:
        """What `command` prints, messages included, as a terminal would show it."""
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode or CRASH in done.stdout:  # a pipe hides the exit code of all but its last part
            raise StalePartError(f"{command}: exit code {done.returncode}\n{done.stdout}")
        return done.stdout


def _environment() -> dict[str, str]:
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    kept = {"ALLEGED_LEDGER": LEDGER, "ALLEGED_KNOWLEDGE": KNOWLEDGE}
    return {"PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "LANG": "C.UTF-8", **kept}


def main(arguments: list[str]) -> int:
    """Write the parts, or with `--check` show the differences; 1 if there are any."""
    stale = [path for path in _pages() if _differs(path, write="--check" not in arguments)]
    if "--check" not in arguments:
        return 0
    if stale:
        print("run `make docs` to bring the generated parts up to date", file=sys.stderr)
    return 1 if stale else 0


def _pages() -> list[Path]:
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def _differs(path: Path, *, write: bool) -> bool:
    old = path.read_text("utf-8")
    new = _renewed_in_sandbox(old)
    name = str(path.relative_to(ROOT))
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), name, f"{name} as it should be", lineterm=""
    )
    print(*lines, sep="\n", end="\n" if old != new else "")
    if write and old != new:
        path.write_text(new, "utf-8")
    return old != new


def _renewed_in_sandbox(page: str) -> str:
    if OPENING not in page:
        return page
    with TemporaryDirectory() as folder:
        sandbox = Sandbox(Path(folder))
        shutil.copytree(ROOT / "examples", sandbox.folder / "examples")
        (sandbox.folder / LEDGER).parent.mkdir()
        return renewed(page, sandbox)


def renewed(page: str, sandbox: Sandbox) -> str:
    """The page with each of its generated parts made anew, in order."""
    if len(PART.findall(page)) != page.count(OPENING):
        raise StalePartError("a generated part is not closed by <!-- end -->")
    return PART.sub(lambda part: f"{part[1]}{_made(part[2], part[3], sandbox)}\n{part[5]}", page)


def _made(maker: str, argument: str, sandbox: Sandbox) -> str:
    if maker not in MAKERS:
        raise StalePartError(f"no maker {maker!r}; known: {', '.join(MAKERS)}")
    return MAKERS[maker](argument, sandbox)


def _run(command: str, sandbox: Sandbox) -> str:
    printed = sandbox.run(command)
    if not printed or ERROR.search(printed):
        raise StalePartError(f"{command}: prints an error or nothing\n{printed}")
    return _as_console(command, printed)


def _fails(command: str, sandbox: Sandbox) -> str:
    printed = sandbox.run(command)
    if not ERROR.search(printed):
        raise StalePartError(f"{command}: prints no error\n{printed}")
    return _as_console(command, printed)


def _as_console(command: str, printed: str) -> str:
    lines = [line.rstrip() for line in TIME.sub(SOME_TIME, printed).splitlines()]
    return "\n".join(("```console", f"$ {command}", *lines, "```"))


def _show(filters: str, sandbox: Sandbox) -> str:
    return _run(f"alleged show {_first_claim(filters, sandbox)}", sandbox)


def _names(filters: str, sandbox: Sandbox) -> str:
    claim = _first_claim(filters, sandbox)
    return _run(f"alleged show {claim} --names | sed -n '/^whom the names/,$p'", sandbox)


def _first_claim(filters: str, sandbox: Sandbox) -> str:
    """The id of a claim as people type it."""
    listed = sandbox.run(f"alleged claims {filters} -f jsonl 2>/dev/null")
    if not listed:
        raise StalePartError(f"alleged claims {filters} lists nothing")
    first: dict[str, Any] = json.loads(listed.splitlines()[0])
    return str(first["id"])[:SHORT_ID]


def _help(_: str, sandbox: Sandbox) -> str:
    parts = [f"## {call}\n\n{_run(f'{call} --help', sandbox)}" for call in ("alleged", *_calls())]
    return "\n\n".join(parts)


def _calls() -> Iterator[str]:
    """Every command as it is called, those of a group behind their group."""
    for name in _commands(app.registered_commands):
        yield f"alleged {name}"
    for group in app.registered_groups:
        inner = group.typer_instance
        if inner and inner.info.name:
            yield f"alleged {inner.info.name}"
            yield from (f"alleged {inner.info.name} {name}" for name in _commands(inner.registered_commands))


def _commands(commands: Iterable[CommandInfo]) -> list[str]:
    return [each.name or each.callback.__name__ for each in commands if each.callback]


def _schema(file: str, _: Sandbox) -> str:
    schema: Schema = json.loads((ROOT / file).read_text("utf-8"))
    definitions: dict[str, Schema] = schema["$defs"]
    return "\n\n".join((_table(schema), *(_definition(name, one) for name, one in definitions.items())))


def _definition(name: str, schema: Schema) -> str:
    if "properties" in schema:
        return f"`{name}`:\n\n{_table(schema)}"
    return f"`{name}`: {_holds(schema)}. {schema.get('description', '')}".rstrip()


def _table(schema: Schema) -> str:
    return "\n".join(("| key | holds | meaning |", "| --- | --- | --- |", *_rows(schema)))


def _rows(schema: Schema) -> Iterator[str]:
    for key, value in schema["properties"].items():
        optional = "" if key in schema["required"] else " (may be missing)"
        yield f"| `{key}` | {_holds(value)}{optional} | {value.get('description', '')} |"


def _holds(schema: Schema) -> str:
    """What a value may be, in words; names of definitions and codes are set as code."""
    if "$ref" in schema:
        return f"`{schema['$ref'].rpartition('/')[2]}`"
    if "anyOf" in schema:
        return " or ".join(_holds(one) for one in schema["anyOf"])
    if "enum" in schema:
        return ", ".join(f"`{code}`" for code in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_holds(schema['items'])}"
    types = schema["type"]
    return types if isinstance(types, str) else " or ".join(types)


MAKERS: dict[str, Callable[[str, Sandbox], str]] = {
    "run": _run,
    "fails": _fails,
    "show": _show,
    "names": _names,
    "help": _help,
    "schema": _schema,
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except StalePartError as error:
        sys.exit(f"a generated part cannot be made: {error}")
