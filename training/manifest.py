"""What ships with the weights to vouch for them: the sha256 of each file, and what they were trained on."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
SUFFIXES = (".json", ".onnx")
MINILM = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The sha256 of MiniLM-L6's `model.safetensors`."""


class WrongWeightsError(ValueError):
    """The weights to begin with are not the published ones; the message names the file."""


def check_minilm(path: Path) -> None:
    """Raise WrongWeightsError where a file is not MiniLM-L6's published weights."""
    found = sha256_of(path)
    if found != MINILM:
        raise WrongWeightsError(f"{path}: not the weights of MiniLM-L6: sha256 {found} instead of {MINILM}")


def write_manifest(folder: Path, about: Mapping[str, Any]) -> None:
    """Write the hashes of the weights in a folder, and what is to be said about them."""
    path = folder / MANIFEST
    files = sorted(one for one in folder.iterdir() if one.suffix in SUFFIXES and one != path)
    manifest = {"files": {one.name: sha256_of(one) for one in files}, **about}
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def versions_of(names: Iterable[str]) -> dict[str, str]:
    """The version that is installed of each distribution."""
    return {name: version(name) for name in names}


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
