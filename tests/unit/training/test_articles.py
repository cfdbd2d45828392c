import json
from pathlib import Path

import pytest

from tests.unit.training import corpus
from training.articles import fill_records, read_texts
from training.standoff import StandoffError


def test_records_get_their_words_back(tmp_path: Path) -> None:
    corpus.write_all(tmp_path)
    articles = tmp_path / "data/articles/articles.jsonl.gz"
    texts, claims = fill_records(tmp_path / "records", articles, tmp_path / "filled")
    assert (texts / "press--Lund.txt").read_text("utf-8") == corpus.CLAIMED
    (line,) = (claims / "press--Lund.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == corpus.CLAIM


def test_line_ends_of_an_article_are_kept(tmp_path: Path) -> None:
    path = corpus.write_lines(
        tmp_path / "articles.jsonl.gz", [{"name": "a", "text": "one\r\ntwo\u2028three"}]
    )
    assert read_texts(path, ["a"]) == {"a": "one\r\ntwo\u2028three"}


def test_an_article_that_is_missing_is_named(tmp_path: Path) -> None:
    path = corpus.write_lines(tmp_path / "articles.jsonl.gz", [{"name": "a", "text": "one"}])
    with pytest.raises(StandoffError, match="1 annotated articles are missing, as press--Lund"):
        read_texts(path, ["a", "press--Lund"])
