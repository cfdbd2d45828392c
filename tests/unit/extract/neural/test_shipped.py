"""Weights that are missing or damaged are told as such, with the file and the cure."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from alleged.errors import WeightsError
from alleged.extract.neural.shipped import MANIFEST, ShippedNetwork, Weights, shipped_weights
from tests.unit.extract.neural.networks import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

CURE = "install alleged again, or use --extractor lexicon"
FILES = {
    "codes.json": b'{"stance": ["asserts", "denies"], "voice": ["named", "own"]}',
    "calibration.json": b'{"slope": 0.5, "offset": -1}',
    "tokenizer.json": vocabulary("hacked").to_str().encode(),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    (tmp_path / MANIFEST).write_text(json.dumps({"files": hashes}), encoding="utf-8")
    return tmp_path


def complaint(folder: Path, name: str = "codes.json") -> str:
    with pytest.raises(WeightsError) as caught:
        Weights(folder).read(name)
    assert CURE in str(caught.value)
    return str(caught.value)


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_sound_weights_are_read(folder: Path) -> None:
    assert {name: Weights(folder).read(name) for name in FILES} == FILES


@pytest.mark.parametrize("at", [0, 7, -1])
def test_one_flipped_bit_is_noticed(folder: Path, at: int) -> None:
    flip(folder / "codes.json", at)
    assert complaint(folder).startswith(f"{folder / 'codes.json'}: the weights are damaged")


def test_a_file_cut_short_is_noticed(folder: Path) -> None:
    (folder / "tokenizer.json").write_bytes(b"")
    assert complaint(folder, "tokenizer.json").startswith(
        f"{folder / 'tokenizer.json'}: the weights are damaged"
    )


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "codes.json").unlink()
    assert complaint(folder).startswith(f"{folder / 'codes.json'}: the weights are missing")


def test_a_folder_without_anything_is_no_folder_of_weights(tmp_path: Path) -> None:
    assert "the weights are missing" in complaint(tmp_path / "nowhere")


def test_a_missing_manifest_is_named(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert complaint(folder).startswith(f"{folder / MANIFEST}: the weights are missing")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"files": []}',
        b'{"files": ["codes.json"]}',
        b'{"files": {}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_manifest_is_named(folder: Path, data: bytes) -> None:
    (folder / MANIFEST).write_bytes(data)
    assert complaint(folder).startswith(f"{folder / MANIFEST}: the list of weights is damaged")


def test_a_wrong_hash_is_damage(folder: Path) -> None:
    (folder / MANIFEST).write_text('{"files": {"codes.json": 1}}', encoding="utf-8")
    assert "the weights are damaged" in complaint(folder)


def test_codes_vocabulary_and_calibration_are_those_of_the_files(folder: Path) -> None:
    network = ShippedNetwork(Weights(folder))
    assert network.codes == {"stance": ("asserts", "denies"), "voice": ("named", "own")}
    assert (network.calibration.slope, network.calibration.offset) == (0.5, -1)
    assert network.tokenizer.encode("Hacked", add_special_tokens=False).tokens == ["hacked"]


def test_a_network_complains_when_a_part_is_needed_and_not_before(folder: Path) -> None:
    flip(folder / "tokenizer.json", 5)
    network = ShippedNetwork(Weights(folder))
    assert network.codes
    with pytest.raises(WeightsError, match=r"tokenizer\.json: the weights are damaged"):
        _ = network.tokenizer


def test_the_shipped_weights_are_beside_the_code() -> None:
    assert str(shipped_weights().folder).replace("\\", "/").endswith("alleged/extract/neural/weights")
