"""The project as a project: what it needs is pinned, what it ships is whole, what is tracked is clean."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import requires
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]*)==(?P<version>[0-9][A-Za-z0-9.!+]*)")
BUILD_ONLY = ("editables",)
"""What hatchling asks for when it installs a checkout in place, without saying so in its metadata."""

HEAVY = {
    "alembic",
    "lxml",
    "numpy",
    "py3langid",
    "pypdfium2",
    "re2",
    "rich",
    "sqlalchemy",
    "trafilatura",
    "yaml",
}
MEBIBYTE = 1 << 20
WEIGHTS = ROOT / "src/alleged/extract/neural/weights"
REGISTRY = re.compile(
    rb"pypi\.org|pythonhosted\.org|pypi\.python\.org|registry\.npmjs|anaconda\.org|crates\.io"
    rb"|--(?:extra-)?index-url|--find-links|--trusted-host",
)
MACHINE_PATH = re.compile(rb"(?<![\w.~/:-])/(?:home|root|Users|work|workspace|mnt)/[\w.-]+|[A-Z]:\\Users\\")
SCRIPTS = ("check", "test", "docs", "bench", "setup", "setup-constraints", "tour", "train", "../.ci/run")


def test_every_constraint_is_a_name_and_an_exact_version() -> None:
    lines = [line for line in _constraint_lines() if not PIN.fullmatch(line)]
    assert not lines


def test_what_the_project_needs_is_pinned_and_nothing_else_is() -> None:
    assert _needed() | set(BUILD_ONLY) == set(_pins())


def test_no_distribution_is_pinned_twice() -> None:
    names = [canonicalize_name(line.partition("==")[0]) for line in _constraint_lines()]
    assert len(names) == len(set(names))


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, alleged; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "alleged" in loaded.split()
    assert not HEAVY & {name.partition(".")[0] for name in loaded.split()}


def test_the_wheel_holds_everything_that_the_package_has(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    build = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run([*pip, *build], check=True, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    shipped = {name for name in ZipFile(wheel).namelist() if name.startswith("alleged/")}
    assert {f"alleged/{path.relative_to(ROOT / 'src/alleged')}" for path in _package_files()} == shipped
    assert "alleged/py.typed" in shipped
    assert any(re.fullmatch(r"alleged/lexicon/.*\.yml", name) for name in shipped)
    assert any(re.fullmatch(r"alleged/ledger/migrations/.*\.(py|sql)", name) for name in shipped)


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in _tracked_files()
        for pattern in (REGISTRY, MACHINE_PATH)
        for match in pattern.finditer(path.read_bytes())
        if path != Path(__file__)
    ]
    assert not found


def test_the_check_for_registries_and_paths_finds_them() -> None:
    assert REGISTRY.search(b"--index-url https://x.example/simple")
    assert REGISTRY.search(b"from https://files.pythonhosted.org/a.whl")
    assert MACHINE_PATH.search(b'open("/home/ann/notes.txt")')
    assert not MACHINE_PATH.search(b"https://news.example/world/home/page.html")


def test_no_group_of_a_pattern_is_possessive() -> None:
    """Python before 3.11.5, which Debian 12 has, matches possessive and atomic groups wrongly."""
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+(?!\s)|\(\?>")
    found = [path for path in (ROOT / "src").rglob("*.py") if possessive.search(path.read_text("utf-8"))]
    assert possessive.search("(?:ab)*+")
    assert not found


def test_no_tracked_file_is_large_but_the_weights() -> None:
    large = [path for path in _tracked_files() if path.stat().st_size > 5 * MEBIBYTE]
    assert not [path for path in large if path.parent != WEIGHTS]


def test_the_weights_stay_below_their_limit() -> None:
    sizes = [path.stat().st_size for path in WEIGHTS.iterdir() if path.is_file()]
    assert 5 * MEBIBYTE < sum(sizes) < 35 * MEBIBYTE


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_executed_and_is_plain_shell(script: str) -> None:
    path = ROOT / "scripts" / script
    assert os.access(path, os.X_OK)
    assert path.read_text("utf-8").startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", str(path)], check=True)


def _constraint_lines() -> list[str]:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _pins() -> dict[str, str]:
    parted = (line.partition("==") for line in _constraint_lines())
    return {canonicalize_name(name): version for name, _, version in parted}


def _needed() -> set[str]:
    """Names of all distributions that the project needs here, for use, development and build."""
    found: set[tuple[str, str]] = set()
    waiting = _asked()
    while waiting:
        requirement = waiting.pop()
        for extra in ("", *requirement.extras):
            part = (canonicalize_name(requirement.name), extra)
            if part not in found:
                found.add(part)
                waiting += _requirements(*part)
    return {name for name, _ in found}


def _asked() -> list[Requirement]:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    base, build = data["project"]["dependencies"], data["build-system"]["requires"]
    extras = data["project"]["optional-dependencies"].values()
    return [Requirement(line) for line in (*base, *build, *chain.from_iterable(extras))]


def _requirements(name: str, extra: str) -> list[Requirement]:
    needed = [Requirement(line) for line in requires(name) or ()]
    return [one for one in needed if one.marker is None or one.marker.evaluate({"extra": extra})]


def _package_files() -> list[Path]:
    return [path for path in _tracked_files() if path.is_relative_to(ROOT / "src/alleged")]


def _tracked_files() -> list[Path]:
    """What git tracks or would track: everything that it is not told to ignore."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    list_files = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(list_files, cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]
