from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_tour_shows_a_denial_that_disputes_something(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/tour", tmp_path / "scripts")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    tour = str(tmp_path / "scripts/tour")
    toured = subprocess.run([tour], env={"PATH": path}, capture_output=True, text=True, check=True).stdout
    sheet = toured.partition("$ alleged show ")[2].partition("\n$ alleged ")[0]
    assert "\ndisputes " in sheet
