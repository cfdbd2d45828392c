from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from alleged.errors import InputError
from alleged.server.team.passwords import LONGEST, SHORTEST, Passwords

if TYPE_CHECKING:
    from pathlib import Path

RIGHT, WRONG = "correct horse battery", "correct horse batters"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("users") / "more" / "passwords.json"
    Passwords(found).set("anna", RIGHT)
    return found


def test_only_the_right_password_of_a_known_name_fits(file: Path) -> None:
    passwords = Passwords(file)
    assert passwords.fits("anna", RIGHT)
    assert not passwords.fits("anna", WRONG)
    assert not passwords.fits("anna", "")
    assert not passwords.fits("ben", RIGHT)
    assert not passwords.fits("anna", "x" * (LONGEST + 1))


def test_no_password_stands_in_the_file_and_only_its_owner_reads_it(file: Path) -> None:
    assert RIGHT not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_password_is_kept_differently_each_time(tmp_path: Path) -> None:
    passwords = Passwords(tmp_path / "p.json")
    for name in ("anna", "ben"):
        passwords.set(name, RIGHT)
    kept = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    assert kept["anna"]["hash"] != kept["ben"]["hash"]
    assert passwords.names() == ("anna", "ben")
    passwords.drop("ben")
    assert passwords.names() == ("anna",)
    assert passwords.fits("anna", RIGHT)


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("anna", "x" * (SHORTEST - 1)),
        ("anna", "x" * (LONGEST + 1)),
        ("", RIGHT),
        (" anna", RIGHT),
        ("a\nb", RIGHT),
    ],
)
def test_what_cannot_be_kept_is_refused(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(InputError):
        Passwords(tmp_path / "p.json").set(name, password)
    assert not (tmp_path / "p.json").exists()


def test_dropping_a_password_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'ben' has no password"):
        Passwords(tmp_path / "p.json").drop("ben")


@pytest.mark.parametrize("written", ["{", "[]", '{"anna": 1}', '{"anna": {"salt": "x"}}'])
def test_a_damaged_file_lets_nobody_in(tmp_path: Path, written: str) -> None:
    (tmp_path / "p.json").write_text(written, encoding="utf-8")
    with pytest.raises(InputError, match="cannot be read"):
        Passwords(tmp_path / "p.json").fits("anna", RIGHT)
