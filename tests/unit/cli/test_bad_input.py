"""Every kind of bad input: one line that says what, where and what to do, and the rest goes on."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from alleged.model.vocabulary import Reason, Status
from tests.unit.flow.documents import GERMAN, STORY, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.unit.cli.conftest import Run


def make_pdf(lines: tuple[str, ...] = (), **options: object) -> bytes:
    """A PDF of one page with these lines and a grey box."""
    out = io.BytesIO()
    canvas = Canvas(out, **options)
    canvas.setFillGray(0.5)
    canvas.rect(100, 100, 300, 300, fill=1)
    for number, line in enumerate(lines):
        canvas.drawString(72, 720 - 20 * number, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


STORY_LINES = tuple(STORY.replace("\n", " ").split(". "))


def encrypted(folder: Path) -> None:
    write(folder, "bad", make_pdf(STORY_LINES, encrypt=StandardEncryption("secret", strength=128)))


def image_only(folder: Path) -> None:
    write(folder, "bad", make_pdf())


def truncated(folder: Path) -> None:
    write(folder, "bad", make_pdf(STORY_LINES)[:700])


def empty(folder: Path) -> None:
    write(folder, "bad", b"")


def blank(folder: Path) -> None:
    write(folder, "bad", b" \n\t\n")


def junk(folder: Path) -> None:
    write(folder, "bad", b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)


def undecodable(folder: Path) -> None:
    write(folder, "bad", (STORY * 3).encode("utf-16-le")[1:] + b"\xff\xfe\xff\xff" * 20)


def missing(folder: Path) -> None:
    assert not (folder / "bad").exists()


def empty_folder(folder: Path) -> None:
    (folder / "bad").mkdir()


def huge(folder: Path) -> None:
    with (folder / "bad").open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)


CASES = [
    (missing, {Reason.MISSING}),
    (empty_folder, {Reason.NO_READABLE_FILE}),
    (empty, {Reason.EMPTY}),
    (blank, {Reason.EMPTY}),
    (junk, {Reason.BINARY}),
    (encrypted, {Reason.ENCRYPTED}),
    (image_only, {Reason.NO_TEXT}),
    (truncated, {Reason.DAMAGED}),
    (undecodable, {Reason.UNDECODABLE, Reason.BINARY}),
    (huge, {Reason.TOO_LARGE}),
]


@pytest.mark.parametrize(("make", "reasons"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_bad_input(run: Run, tmp_path: Path, make: Callable[[Path], None], reasons: set[Reason]) -> None:
    make(tmp_path)
    write(tmp_path, "good.txt", STORY)
    result = run("read", "bad", "good.txt")
    assert result.exit_code == 3
    told, good, summary, _ = result.stderr.splitlines()
    status, source, what = told.split(maxsplit=2)
    assert status in {Status.REFUSED, Status.FAILED}
    assert source == "bad:"
    said, _, cure = what.partition("; ")
    assert said
    assert cure
    assert good.startswith("ok         good.txt: ")
    assert "1 of 2 inputs failed" in summary

    row, other = (json.loads(line) for line in run("documents", "-f", "jsonl").stdout.splitlines())
    assert row["reason"] in reasons
    assert (row["source"], row["status"], row["claims"], row["document"]) == ("bad", status, 0, None)
    assert other["status"] == "ok"
    claims = [json.loads(line) for line in run("claims", "-f", "jsonl").stdout.splitlines()]
    assert {claim["document"] for claim in claims} == {"good.txt"}
    assert len(claims) == other["claims"]


@pytest.mark.parametrize(("make", "reasons"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_bad_input_without_a_ledger(
    run: Run, tmp_path: Path, make: Callable[[Path], None], reasons: set[Reason]
) -> None:
    make(tmp_path)
    write(tmp_path, "good.txt", STORY)
    result = run("extract", "bad", "good.txt", "-f", "jsonl")
    assert result.exit_code == 3
    assert result.stderr.splitlines()[0].split()[1] == "bad:"
    assert {json.loads(line)["document"] for line in result.stdout.splitlines()} == {"good.txt"}


def test_a_document_in_another_language_is_kept_but_gives_no_claim(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "bad", GERMAN)
    write(tmp_path, "good.txt", STORY)
    result = run("read", "bad", "good.txt")
    assert result.exit_code == 0
    row, _ = (json.loads(line) for line in run("documents", "-f", "jsonl").stdout.splitlines())
    assert (row["status"], row["reason"], row["claims"]) == ("degraded", "other-language", 0)
    assert row["document"] is not None


def test_a_proper_pdf_is_read(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "story.pdf", make_pdf(STORY_LINES))
    result = run("extract", "story.pdf", "-f", "jsonl")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert lines
    assert {line["offsets"] for line in lines} == {"clean"}
    assert all(place["node"] == 0 for line in lines for place in line["places"])
    run("read", "story.pdf")
    assert ", page 1\n" in run("show", lines[0]["id"]).stdout


def test_bad_html_and_markdown_is_text_all_the_same(run: Run, tmp_path: Path) -> None:
    write(tmp_path, "page", f"<html><body><div><p>{STORY}<p>unclosed <b>tags &amp; &bogus; <script>alert(1)")
    result = run("extract", "page", "-f", "jsonl")
    assert result.exit_code == 0
    assert result.stdout
    assert "alert" not in result.stdout
