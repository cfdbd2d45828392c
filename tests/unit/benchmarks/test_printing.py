from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.printing import print_figures

if TYPE_CHECKING:
    import pytest

FIGURES = {"documents": 3, "share": 66.666}


def test_people_get_a_line_a_figure(capsys: pytest.CaptureFixture[str]) -> None:
    print_figures(FIGURES, as_json=False)
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["documents", "3"],
        ["share", "66.7"],
    ]


def test_programs_get_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    print_figures(FIGURES, as_json=True)
    assert json.loads(capsys.readouterr().out) == FIGURES
