import json
from pathlib import Path

import pytest

from training.agreement import main
from training.standoff import Article, Row, keep

TEXT = "Ada Bell said the group stole the mail. The ministry denied it."
SAID: Row = {
    "id": "c1",
    "quote": "Ada Bell said the group stole the mail",
    "content": "the group stole the mail",
    "speaker": "Ada Bell",
    "speaker_name": "Ada Bell",
    "speaker_role": "researcher",
    "cue": "said",
    "stance": "asserts",
    "hedge": None,
    "kind": "operation",
    "act": "data-theft",
    "actor": ["the group"],
    "target": [],
    "when": None,
    "responds_to": [],
}
DENIED: Row = {
    **SAID,
    "id": "c2",
    "quote": "The ministry denied it",
    "content": "it",
    "speaker": "The ministry",
    "speaker_name": "ministry",
    "cue": "denied",
    "stance": "denies",
}


def annotate(folder: Path, *rows: Row) -> Path:
    folder.mkdir()
    record = keep(Article("press--Example", TEXT), list(rows), "x")
    (folder / "press--Example.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_what_two_annotators_share_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "press--Example.txt").write_text(TEXT, encoding="utf-8")
    first = annotate(tmp_path / "first", SAID, DENIED)
    second = annotate(tmp_path / "second", {**SAID, "stance": "alleges"})
    main(["--texts", str(tmp_path), "--first", str(first), "--second", str(second)])
    figures = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert figures["matched"] == "1"
    assert figures["claims_recall"] == "0.500"
    assert figures["speaker_accuracy"] == "1.000"
    assert figures["stance_accuracy"] == "0.000"
