from __future__ import annotations

import json
import re
import subprocess
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from alleged.model.claim import Mention
from alleged.model.document import Metadata
from tests.unit.cli.processes import COMMAND, run_alone, run_on_terminal
from tests.unit.flow.documents import STORY, write
from tests.unit.model.samples import REPORT, accusation, make_entry, make_text, words

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.model.claim import Claim
    from alleged.model.document import Text
    from tests.unit.cli.conftest import Run

ATTACK = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
NAME = f"GREY{ATTACK}HERON"
STYLE = re.compile(r"\x1b\[[0-9;]*m")
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?[34][0-7]")


def hostile_claim(text: Text) -> Claim:
    plain = accusation(text)
    return replace(
        plain,
        quote=words(text, f"The group, called {NAME}, is purportedly linked"),
        content=words(text, f"called {NAME}, is"),
        speaker=replace(plain.speaker, name=NAME, on_behalf_of=NAME, chain=(NAME,)),
        hedges=(words(text, f"called {NAME}"),),
        actors=(Mention(NAME, words(text, NAME)),),
        targets=(Mention(NAME),),
    )


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a ledger whose document tries to steer the terminal, in every field that it can."""
    text = make_text(REPORT.replace("GREY HERON", NAME), metadata=Metadata(title=NAME, publisher=NAME))
    claim = hostile_claim(text)
    entry = make_entry(make_text())
    attempt = replace(
        entry.input, source=f"{NAME}.txt", document=text.document.id, text=text.id, claims=1, detail=NAME
    )
    with closing(open_ledger(tmp_path / "alleged.db", create=True)) as ledger:
        ledger.append(
            replace(entry, input=attempt, data=text.clean.encode(), text=text, claims=(claim,), relations=())
        )
    (tmp_path / "id").write_text(claim.id)
    return tmp_path


COMMANDS = [["claims"], ["show"], ["actor", "GREY"], ["documents"]]


def complete(command: list[str], folder: Path) -> list[str]:
    return [*command, (folder / "id").read_text()] if command == ["show"] else command


def check_harmless(seen: str) -> None:
    assert "owned" in seen
    for char in ("\x1b", "\x07", "\x9b", "\u202e", "\r"):
        assert char not in seen


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_in_a_document_steers_the_terminal(hostile: Path, command: list[str]) -> None:
    seen = run_on_terminal(*complete(command, hostile), folder=hostile)
    check_harmless(STYLE.sub("", seen).replace("\r\n", "\n"))


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("command", COMMANDS)
def test_nor_does_it_through_a_file(run: Run, hostile: Path, command: list[str], form: str) -> None:
    check_harmless(run(*complete(command, hostile), "-f", form).stdout)


def test_json_is_exact_all_the_same(hostile: Path) -> None:
    (claim,) = json.loads(run_alone("claims", "-f", "json", folder=hostile).stdout)
    assert claim["speaker_name"] == NAME
    assert claim["actor"] == [NAME]


def test_a_terminal_gets_colour_and_no_color_is_respected(hostile: Path) -> None:
    assert COLOUR.search(run_on_terminal("claims", folder=hostile))
    assert not COLOUR.search(run_on_terminal("claims", folder=hostile, NO_COLOR="1"))
    assert "\x1b" not in run_on_terminal("claims", folder=hostile, TERM="dumb")
    assert "\x1b" not in run_alone("claims", folder=hostile).stdout


@pytest.mark.parametrize("columns", [40, 80])
def test_a_terminal_is_never_overrun(hostile: Path, columns: int) -> None:
    seen = STYLE.sub("", run_on_terminal("claims", folder=hostile, columns=columns))
    assert max(len(line) for line in seen.splitlines()) <= columns


def test_progress_is_drawn_on_a_terminal_only(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, STORY + name)
    quiet = run_alone("read", "a.txt", "b.txt", folder=tmp_path)
    assert "\x1b" not in quiet.stderr
    assert quiet.stdout == ""
    assert "reading" in run_on_terminal("read", "a.txt", "b.txt", folder=tmp_path)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_reader_that_has_seen_enough_ends_it_quietly(tmp_path: Path, form: str) -> None:
    for number in range(40):
        write(tmp_path, f"{number}.txt", STORY + f"Number {number}.\n")
    command = [*COMMAND, "extract", str(tmp_path), "-f", form]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert "Traceback" not in errors
    assert "Broken" not in errors


def test_a_full_disk_is_one_line(hostile: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device, not a text
        process = subprocess.run(
            [*COMMAND, "claims", "-f", "jsonl"], cwd=hostile, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert process.returncode == 3
    assert process.stderr.decode().startswith("alleged: the output cannot be written (No space left")
    assert b"Traceback" not in process.stderr


def test_an_output_that_knows_no_unicode_gets_escapes(hostile: Path) -> None:
    result = run_alone("claims", folder=hostile, PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "\\u241b" in result.stdout
    lines = run_alone("claims", "-f", "jsonl", folder=hostile, PYTHONIOENCODING="ascii").stdout
    assert json.loads(lines)["speaker_name"] == NAME


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize(
    ("command", "code"),
    [(["claims"], 0), (["claims", "-f", "csv"], 0), (["claims", "--ledger", "gone.db"], 2)],
)
def test_an_output_that_is_closed_is_no_error(
    hostile: Path, closed: str, command: list[str], code: int
) -> None:
    shell = ["sh", "-c", f'exec "$@" {closed}', "sh", *COMMAND, *command]
    process = subprocess.run(shell, cwd=hostile, capture_output=True, text=True, check=False)
    assert process.returncode == code
    assert "Traceback" not in process.stderr
    assert "alleged:" not in process.stdout
    assert " of 1 claim" not in process.stdout
