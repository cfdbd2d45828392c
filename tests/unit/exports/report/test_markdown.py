from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.exports.report.markdown import escape_markdown, render_markdown
from alleged.exports.report.record import Terms
from tests.unit.dossiers.library import REGISTER
from tests.unit.exports.report.making import AS_OF, PRIVATE, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("*bold* _it_ ~~no~~", r"\*bold\* \_it\_ \~\~no\~\~"),
        ("[a](b) <b>", r"\[a\](b) \<b\>"),
        ("a | b $x$", r"a \| b \$x\$"),
        ("see https://evil.example/?a=1 now", "see `https://evil.example/?a=1` now"),
        ("www.evil.example", "`www.evil.example`"),
        ("by @heron and a@b.example", "by `@heron` and `a@b.example`"),
        ("issue #12 is no. 5", "issue `#12` is no. 5"),
        (":smile: at 09:30:00", "`:smile:` at 09:30:00"),
        ("https://evil.example/`x|y", "`` https://evil.example/`x\\|y ``"),
        ("one\ntwo\u202e", "one two⟨U+202E⟩"),
        ("赵光宗 и Павел", "赵光宗 и Павел"),
    ],
)
def test_words_stay_words(words: str, escaped: str) -> None:
    assert escape_markdown(words) == escaped


def test_the_space_between_the_pieces_of_a_quote_stays() -> None:
    assert escape_markdown("it says that ") == "it says that "


def test_it_holds_every_part(tmp_path: Path) -> None:
    told = render_markdown(make(tmp_path))
    assert [line[3:] for line in told.splitlines() if line.startswith("## ")] == [
        "What is alleged, by whom, how surely",
        "Who says what, side by side",
        "Timeline",
        "Denials and other answers",
        "What was done about it",
        "Names, by who lists them",
        "Documents, origins and every quote",
        "How to check this report",
    ]
    assert f"> “United Kingdom says that <b>{REGISTER}</b>”" in told.splitlines()


def test_rows_of_a_table_have_as_many_cells_as_its_head(tmp_path: Path) -> None:
    told = render_markdown(make(tmp_path, "Orla Venn", Terms(AS_OF, PRIVATE, unmask=True)))
    tables = [part.splitlines() for part in told.split("\n\n") if part.startswith("|")]
    assert len(tables) >= 4
    for table in tables:
        assert len({line.replace("\\|", "").count("|") for line in table}) == 1


def test_nothing_of_a_document_is_markup(tmp_path: Path) -> None:
    told = render_markdown(make(tmp_path, "Orla Venn", Terms(AS_OF, PRIVATE, unmask=True)))
    assert "<script" not in told.replace("\\<script", "")
    outside = "".join(part for at, part in enumerate(told.split("`")) if at % 2 == 0)
    assert "://" not in outside
