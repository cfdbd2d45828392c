"""Good documents and hostile ones, in one run of the command, as somebody would give them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from alleged.model.vocabulary import Reason, Status
from tests.hostile.archives import TRICKS, make_tar, make_tar_with_devices, make_zip, make_zip_with_crc_error
from tests.hostile.bombs import BOMBS, MEGABYTE

pytestmark = pytest.mark.alone

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = ("denial.md", "news-story.txt", "sanctions-notice.pdf", "uk-attribution.html")
SLOW = ("swells-1g.pdf", "links.html", "letters.txt", "dots.txt", "mail.eml")
"""Bombs that are tried elsewhere, and would make this take minutes."""
SOME_FAILED = 3
MOST_MEGABYTES = 512
MEASURE = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as out:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=out)
sys.exit(code)
"""
"""A small process between: the kernel counts for a child what its parent held, and pytest holds much."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the command said, how it ended, and the most memory that it or a child of it held."""

    code: int
    rows: list[dict[str, Any]]
    told: str
    megabytes: float


def read(*paths: Path, ledger: Path) -> Run:
    """`alleged read` over these paths, into this ledger."""
    command = [sys.executable, "-m", "alleged", "read", *map(str, paths), "-f", "jsonl"]
    options = ["--ledger", str(ledger), "--extractor", "lexicon"]
    peak = ledger.with_suffix(".peak")
    ended = subprocess.run(
        [sys.executable, "-c", MEASURE, str(peak), *command, *options], capture_output=True, check=False
    )
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    return Run(ended.returncode, rows, ended.stderr.decode(), int(peak.read_text()) / 1024)


def claims_of(ledger: Path) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "alleged", "claims", "-f", "jsonl", "--ledger", str(ledger)]
    out = subprocess.run(command, capture_output=True, check=True).stdout
    claims = [json.loads(line) for line in out.splitlines()]
    return sorted(({**claim, "document": ""} for claim in claims), key=lambda claim: str(claim["id"]))


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of good documents between hostile ones, and archives of both."""
    folder = tmp_path_factory.mktemp("inbox")
    for name in GOOD:
        shutil.copy(EXAMPLES / name, folder / f"good-{name}")
    for name, bomb in BOMBS.items():
        if name not in SLOW:
            (folder / name).write_bytes(bomb.make())
    (folder / "huge.txt").touch()
    os.truncate(folder / "huge.txt", 1024 * MEGABYTE)
    good = (EXAMPLES / "denial.md").read_bytes()
    (folder / "tricks.zip").write_bytes(make_zip({**dict.fromkeys(TRICKS, b"x"), "denial.md": good}))
    (folder / "swells.zip").write_bytes(make_zip({"a.txt": bytes(60 * MEGABYTE), "denial.md": good}))
    (folder / "devices.tar").write_bytes(make_tar_with_devices())
    (folder / "swells.tgz").write_bytes(make_tar({"denial.md": good, "b.txt": bytes(60 * MEGABYTE)}, "gz"))
    (folder / "broken.zip").write_bytes(make_zip_with_crc_error(b"China denied everything." * 5))
    (folder / "nested.zip").write_bytes(make_zip({"in.zip": make_zip({"denial.md": good})}))
    (folder / "many.zip").write_bytes(make_zip(dict.fromkeys(map(str, range(10_001)), b"")))
    return folder


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What they are all read into."""
    return tmp_path_factory.mktemp("ledger") / "mixed.db"


@pytest.fixture(scope="module")
def run(inbox: Path, ledger: Path) -> Run:
    return read(inbox, ledger=ledger)


def test_every_input_ends_with_a_status_and_nothing_breaks_the_run(run: Run, inbox: Path) -> None:
    assert run.code == SOME_FAILED
    assert "Traceback" not in run.told
    named = {row["source"].removeprefix(f"{inbox}/").partition("!/")[0] for row in run.rows}
    assert named == {path.name for path in inbox.iterdir()}
    for row in run.rows:
        assert Reason(row["reason"]).status is Status(row["status"])
        assert row["detail"] or row["status"] == Status.OK


def test_memory_stays_within_bounds(run: Run) -> None:
    assert run.megabytes < MOST_MEGABYTES, run.megabytes


def test_bombs_end_as_they_may(run: Run, inbox: Path) -> None:
    ended = {row["source"].removeprefix(f"{inbox}/"): row["reason"] for row in run.rows}
    wrong = {
        name: ended[name] for name, bomb in BOMBS.items() if name in ended and ended[name] not in bomb.reasons
    }
    assert wrong == {}
    assert ended["huge.txt"] == Reason.TOO_LARGE
    assert ended["tricks.zip!/denial.md"] in (Reason.READ, Reason.SAME_BYTES)
    assert [ended[f"tricks.zip!/{name}"] for name in TRICKS] == [Reason.UNSAFE_PATH] * len(TRICKS)
    assert ended["swells.zip!/a.txt"] == ended["swells.tgz"] == Reason.EXPANDS_TOO_FAR
    assert ended["broken.zip!/bad.txt"] == Reason.DAMAGED
    assert ended["broken.zip!/good.txt"] in (Reason.READ, Reason.LITTLE_TEXT)
    assert ended["nested.zip!/in.zip"] == Reason.NESTED_ARCHIVE
    assert ended["many.zip"] == Reason.TOO_MANY_FILES


def test_nothing_is_ok_without_text(run: Run) -> None:
    assert [row["source"] for row in run.rows if row["status"] == Status.OK and not row["text"]] == []


def test_good_documents_give_the_same_claims_as_alone(
    run: Run, inbox: Path, ledger: Path, tmp_path: Path
) -> None:
    alone = read(*(inbox / f"good-{name}" for name in GOOD), ledger=tmp_path / "alone.db")
    assert [row["status"] for row in alone.rows] == [Status.OK] * len(GOOD)
    texts = {row["text"] for row in alone.rows}
    of_good = [claim for claim in claims_of(ledger) if claim["text_id"] in texts]
    assert len(of_good) > 50
    assert of_good == claims_of(tmp_path / "alone.db")
