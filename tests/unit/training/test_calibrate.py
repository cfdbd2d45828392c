"""The line from belief to how often it is right."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from alleged.extract.neural.confidence import Calibration
from training.calibrate import fit, write

if TYPE_CHECKING:
    from pathlib import Path


def test_a_network_that_believes_too_much_is_corrected() -> None:
    beliefs = [0.9] * 100 + [0.5] * 100
    right = [True] * 60 + [False] * 40 + [True] * 20 + [False] * 80
    calibration = fit(beliefs, right)
    assert calibration.apply(0.9) == pytest.approx(0.6, abs=0.03)
    assert calibration.apply(0.5) == pytest.approx(0.2, abs=0.03)


def test_a_calibration_is_kept_with_its_hash(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"seed": 1, "files": {}}))
    write(Calibration(0.5, -0.25), tmp_path)
    data = (tmp_path / "calibration.json").read_bytes()
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    assert Calibration.of(json.loads(data)) == Calibration(0.5, -0.25)
    assert manifest["files"] == {"calibration.json": hashlib.sha256(data).hexdigest()}
    assert manifest["seed"] == 1
