from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from alleged.server.statics import get_static
from tests.unit.server.visiting import arrive

if TYPE_CHECKING:
    from pathlib import Path

VENDORED = files("alleged.server").joinpath("static", "vendored")
MADE = json.loads(VENDORED.joinpath("versions.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MADE["files"])
def test_a_vendored_script_is_the_one_that_was_made(name: str) -> None:
    assert hashlib.sha256(VENDORED.joinpath(name).read_bytes()).hexdigest() == MADE["files"][name]


def test_every_vendored_script_is_listed() -> None:
    shipped = {file.name for file in VENDORED.iterdir() if file.name.endswith((".js", ".css"))}
    assert shipped == set(MADE["files"])


def test_every_package_has_its_licence_told() -> None:
    told = VENDORED.joinpath("LICENSES.txt").read_text(encoding="utf-8")
    for name, package in MADE["packages"].items():
        assert f"== {name} {package['version']}, " in told


def test_a_static_file_has_an_address_that_names_its_content(read_ledger: Path) -> None:
    static, client = get_static("app.css"), arrive(read_ledger, signed_in=False)
    answer = client.get(static.address)
    assert answer.content == static.data
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/0000000000000000/app.css").status_code == 404


@pytest.mark.parametrize("name", ["../app.py", "app.py", "vendored/LICENSES.txt", "nothing.css", ""])
def test_nothing_else_is_served(name: str) -> None:
    with pytest.raises(KeyError):
        get_static(name)
