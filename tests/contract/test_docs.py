"""The documentation says what is true: outputs, commands, codes, links."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from alleged.cli.main import app
from alleged.lexicon.rules import FRAMES
from alleged.model import vocabulary
from alleged.model.vocabulary import ACTS, Reason
from scripts.write_docs import Sandbox, StalePartError, renewed

if TYPE_CHECKING:
    from enum import StrEnum

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
CODES = (DOCS / "reference/codes.md").read_text("utf-8")
LEXICON = ROOT / "src/alleged/lexicon"
PAGES = [*ROOT.glob("*.md"), *sorted(DOCS.rglob("*.md"))]
TABLE_ROW = re.compile(r"^\| `([^`]+)` \|(?: `([^`]+)` \|)?", re.MULTILINE)
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def test_the_generated_parts_are_up_to_date() -> None:
    check = [str(ROOT / "scripts/docs"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_part_that_is_out_of_date_is_noticed(tmp_path: Path) -> None:
    page = "Before\n<!-- generated: run echo new -->\n```console\n$ echo new\nold\n```\n<!-- end -->\nafter\n"
    assert renewed(page, Sandbox(tmp_path)) == page.replace("old", "new")


@pytest.mark.parametrize(
    "part",
    [
        "run false -->\n<!-- end -->",
        "run python -c 1/0 2>&1 | cat -->\n<!-- end -->",
        "run alleged documents --ledger nowhere.db | cat -->\n<!-- end -->",
        "run alleged documents --no-such-option | cat -->\n<!-- end -->",
        "run alleged documents --ledger nowhere.db 2>/dev/null | cat -->\n<!-- end -->",
        "fails echo done -->\n<!-- end -->",
        "run echo -->\n",
        "paint x -->\n<!-- end -->",
    ],
)
def test_a_part_that_cannot_be_made_is_an_error(part: str, tmp_path: Path) -> None:
    with pytest.raises(StalePartError):
        renewed(f"<!-- generated: {part}", Sandbox(tmp_path))


def test_an_error_that_a_page_means_to_show_is_shown(tmp_path: Path) -> None:
    page = "<!-- generated: fails alleged documents --ledger nowhere.db | cat -->\n<!-- end -->"
    assert "alleged: there is no ledger at nowhere.db" in renewed(page, Sandbox(tmp_path))


def test_the_tour_of_make_run_goes_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/tour", tmp_path / "scripts")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    toured = subprocess.run(
        [str(tmp_path / "scripts/tour")], env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert toured.returncode == 0, toured.stderr
    shown = re.findall(r"^\$ alleged (\w+)", toured.stdout, re.MULTILINE)
    names = ["read", "claims", "claims", "show", "actor", "alias", "incidents", "matrix", "documents"]
    assert shown == names
    assert "examples/sanctions-notice.pdf" in toured.stdout
    assert "disputes" in toured.stdout


def test_every_command_and_option_is_on_the_page_of_commands() -> None:
    page = (DOCS / "reference/cli.md").read_text("utf-8")
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    assert group.commands
    for name, command in group.commands.items():
        _, _, section = page.partition(f"\n## alleged {name}\n")
        listed = section.partition("\n## ")[0]
        options = [name for one in command.params for name in one.opts if name.startswith("-")]
        assert not [option for option in options if option not in listed], f"alleged {name}"


def test_every_option_says_what_it_is_for() -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    parameters = [one for command in group.commands.values() for one in command.params]
    described = [one for one in parameters if isinstance(one, TyperArgument | TyperOption) and one.help]
    assert parameters
    assert parameters == described


def test_the_extractor_of_the_how_to_keeps_the_contract() -> None:
    names: dict[str, Any] = {}
    exec(_python_of("how-to/add-an-extractor.md"), names)
    names["test_it_keeps_the_contract"]()


def test_the_offsets_of_the_how_to_lead_to_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}
    exec(_python_of("how-to/extract-without-a-ledger.md"), names)
    assert names["claim"]["document"] == names["path"]


@pytest.mark.parametrize(
    "name",
    ["Stance", "Kind", "Realis", "Role", "Basis", "RelationType", "Scope", "Ground", "Status", "Reason"],
)
def test_every_code_has_its_row(name: str) -> None:
    codes: type[StrEnum] = getattr(vocabulary, name)
    assert {code.value for code in codes} <= {row[1] for row in TABLE_ROW.finditer(CODES)}


def test_no_row_is_left_of_a_code_that_went() -> None:
    known = {code.value for codes in _enums() for code in codes}
    assert {row[1] for row in TABLE_ROW.finditer(CODES)} <= known


def test_every_reason_stands_with_its_status() -> None:
    listed = {row[1]: row[2] for row in TABLE_ROW.finditer(CODES) if row[2]}
    told = {code: status for code, status in listed.items() if code in {reason.value for reason in Reason}}
    assert told == {reason.value: reason.status.value for reason in Reason}


def test_every_act_stands_with_its_kind() -> None:
    for kind, acts in ACTS.items():
        (row,) = re.findall(rf"^\| `{kind}` \|[^|]*\|(.*)\|$", CODES, re.MULTILINE)
        assert re.findall(r"`([^`]+)`", row) == [act.value for act in acts]


def test_the_lexicon_page_lists_files_and_frames() -> None:
    rows = {row[1] for row in TABLE_ROW.finditer((DOCS / "reference/lexicon.md").read_text("utf-8"))}
    assert {path.name for path in LEXICON.glob("*.yml")} == {row for row in rows if row.endswith(".yml")}
    assert rows >= FRAMES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = [link for link in LINK.findall(_without_code(page)) if not _leads_somewhere(page, link)]
    assert not dead


def test_every_page_can_be_reached_from_the_index() -> None:
    assert _reachable(DOCS / "index.md") >= set(DOCS.rglob("*.md"))


def _python_of(page: str) -> str:
    text = (DOCS / page).read_text("utf-8")
    return "\n".join(re.findall(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE))


def _enums() -> list[type[StrEnum]]:
    found = [value for value in vars(vocabulary).values() if isinstance(value, type)]
    return [value for value in found if value.__module__ == vocabulary.__name__]


def _leads_somewhere(page: Path, link: str) -> bool:
    if link.startswith("https://"):
        return True
    target, _, anchor = link.partition("#")
    path = page.parent / target if target else page
    return path.exists() and (not anchor or anchor in _anchors(path))


def _anchors(page: Path) -> set[str]:
    titles = HEADING.findall(page.read_text("utf-8"))
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def _reachable(start: Path) -> set[Path]:
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        page = waiting.pop()
        if page not in found and page.suffix == ".md" and page.is_file():
            found.add(page)
            links = LINK.findall(_without_code(page))
            waiting += [(page.parent / link.partition("#")[0]).resolve() for link in links]
    return found


def _without_code(page: Path) -> str:
    return re.sub(r"^ *```.*?^ *```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
