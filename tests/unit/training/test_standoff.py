import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from training.standoff import Article, StandoffError, fill, keep, main

ROOT = Path(__file__).parents[3]
LEARNT = sorted((ROOT / "training/claims").glob("*.json"))
UNSEEN = sorted((ROOT / "training/unseen").glob("*.json"))

TEXT = (
    "The ministry denied it.\r\n\u201cThe ministry is wrong,\u201d 😀 said Ada Bell. "
    "The ministry denied it again."
)
ROW: dict[str, Any] = {
    "id": "c1",
    "quote": "\u201cThe ministry is wrong,\u201d 😀 said Ada Bell",
    "content": "The ministry is wrong",
    "speaker": "Ada Bell",
    "speaker_name": "Ada Bell",
    "speaker_role": "researcher",
    "cue": "said",
    "stance": "asserts",
    "hedge": None,
    "kind": "comment",
    "act": "comment",
    "actor": [],
    "target": [],
    "when": None,
    "responds_to": [],
}
AGAIN = {**ROW, "id": "c2", "quote": "The ministry denied it again", "content": "it again", "cue": "denied"}
ARTICLE = Article("press--Example", TEXT)


def test_words_become_places_and_places_words_again() -> None:
    record = keep(ARTICLE, [ROW, AGAIN], "a")
    assert fill(record, TEXT) == [ROW, AGAIN]


def test_a_record_holds_no_words_of_the_article() -> None:
    line = json.dumps(keep(ARTICLE, [ROW], "a"), ensure_ascii=False)
    assert "is wrong" not in line
    assert record_text_hash() in line


def record_text_hash() -> str:
    return hashlib.sha256(TEXT.encode()).hexdigest()


def test_words_outside_the_quote_are_the_nearest_before_it() -> None:
    record = keep(ARTICLE, [AGAIN], "a")
    start, end = record["claims"][0]["speaker"]
    assert TEXT[start:end] == "Ada Bell"


def test_another_text_is_refused() -> None:
    with pytest.raises(StandoffError, match="not the one that was annotated"):
        fill(keep(ARTICLE, [ROW], "a"), TEXT + " ")


@pytest.mark.parametrize("field", ["quote", "content", "cue"])
def test_words_that_the_article_does_not_hold_are_refused(field: str) -> None:
    with pytest.raises(StandoffError, match=field):
        keep(ARTICLE, [{**ROW, field: "never said"}], "a")


def test_the_commands_undo_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts, claims, records, out = (tmp_path / name for name in ("texts", "claims", "records", "out"))
    texts.mkdir()
    claims.mkdir()
    (texts / "press--Example.txt").write_bytes(TEXT.encode())
    (claims / "press--Example.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    main(["keep", "--texts", str(texts), "--claims", str(claims), "--out", str(records)])
    main(["fill", "--texts", str(texts), "--records", str(records), "--out", str(out)])
    assert [json.loads(line) for line in (out / "press--Example.jsonl").read_text("utf-8").splitlines()] == [
        ROW
    ]
    assert capsys.readouterr().out == "1 articles\n1 articles\n"


@pytest.mark.parametrize("path", [*LEARNT, *UNSEEN], ids=lambda path: path.stem[:40])
def test_no_record_is_of_an_article_that_engines_are_tuned_on(path: Path) -> None:
    held_out = json.loads((ROOT / "training" / "held_out.json").read_text("utf-8"))
    record = json.loads(path.read_text("utf-8"))
    assert record["sha256"] not in held_out["texts"]
    assert hashlib.sha256(record["article"].encode()).hexdigest() not in held_out["names"]
    assert record["article"] == path.stem


def test_articles_that_engines_are_measured_on_are_not_learnt() -> None:
    learnt, unseen = (
        {json.loads(p.read_text("utf-8"))["sha256"] for p in paths} for paths in (LEARNT, UNSEEN)
    )
    assert unseen
    assert not learnt & unseen
    assert not {path.name for path in LEARNT} & {path.name for path in UNSEEN}
