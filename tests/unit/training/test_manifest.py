import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import pytest

from training.manifest import MINILM, WrongWeightsError, check_minilm, versions_of, write_manifest


def test_the_manifest_holds_the_hash_of_each_file_of_weights(tmp_path: Path) -> None:
    for name in ("reader.onnx", "codes.json", "__init__.py", "manifest.json"):
        (tmp_path / name).write_text(name, "utf-8")
    write_manifest(tmp_path, {"seed": 1})
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    hashes = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("codes.json", "reader.onnx")}
    assert manifest == {"files": hashes, "seed": 1}


def test_other_weights_than_the_published_ones_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(b"weights")
    with pytest.raises(WrongWeightsError, match=rf"model\.safetensors: .* instead of {MINILM}"):
        check_minilm(path)


def test_versions_are_those_installed() -> None:
    assert versions_of(["numpy"]) == {"numpy": version("numpy")}
