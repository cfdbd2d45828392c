from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from alleged import __version__
from tests.unit.cli.processes import COMMAND, run_alone

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

pytestmark = pytest.mark.alone

COMMANDS = (
    *("read", "claims", "show", "actor", "alias", "timeline", "changed", "documents", "extract", "decide"),
    *(
        "report",
        "codebook",
        "decisions",
        "verify",
        "head",
        "backup",
        "restore",
        "undo",
        "history",
        "diff",
        "retract",
    ),
    *("members", "mark", "unmark", "passwords", "serve"),
)
HEAVY = (
    "sqlalchemy",
    "alembic",
    "lxml",
    "trafilatura",
    "re2",
    "yaml",
    "pypdfium2",
    "py3langid",
    "numpy",
    "rich",
)
HELP_SECONDS = 0.2


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_examples(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"\n  alleged {command}" in result.stdout or f"| alleged {command}" in result.stdout
    assert result.stdout == run(command, "-h").stdout


def test_the_list_of_commands_is_whole(run: Run) -> None:
    told = run("--help").stdout
    for command in (*COMMANDS, "version"):
        assert f"\n  {command} " in told
    assert "..." not in told.split("Commands:")[1]
    assert "--install-completion" in told


def test_without_a_command_there_is_help(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stdout + result.stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "from alleged.cli.main import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)\n"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr == "[]\n"


def test_help_takes_a_fifth_of_a_second_of_the_processor() -> None:
    """The best of three: what else the machine does is not ours."""
    assert min(cpu_seconds([*COMMAND, "--help"]) for _ in range(3)) <= HELP_SECONDS


def cpu_seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.mark.parametrize("argument", ["version", "--version"])
def test_the_version(run: Run, argument: str) -> None:
    result = run(argument)
    assert (result.exit_code, result.stdout) == (0, f"alleged {__version__}\n")


def test_an_unknown_command_is_a_usage_error(run: Run) -> None:
    assert run("telepathy").exit_code == 2


def test_it_runs_as_a_module(tmp_path: Path) -> None:
    result = run_alone("version", folder=tmp_path)
    assert (result.returncode, result.stdout) == (0, f"alleged {__version__}\n")


def test_completion_can_be_sourced(tmp_path: Path) -> None:
    result = run_alone(folder=tmp_path, _ALLEGED_COMPLETE="source_bash")
    assert "complete" in result.stdout
    words = {"COMP_WORDS": "alleged cl", "COMP_CWORD": "1", "_ALLEGED_COMPLETE": "complete_bash"}
    assert run_alone(folder=tmp_path, **words).stdout.split() == ["claims"]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs to know how much memory it took")
def test_a_file_of_200_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        os.truncate(file.fileno(), 200 * 1024 * 1024)
    code = (
        "from pathlib import Path\n"
        "from alleged.cli.main import app\n"
        "try:\n    app(['read', 'huge.txt'])\nexcept SystemExit as end:\n    print(end.code)\n"
        "peak = Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]\n"
        "print(int(peak) // 1024)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=30
    )
    exit_code, megabytes = map(int, result.stdout.split())
    assert exit_code == 3
    assert "refused    huge.txt: larger than the 64 MB that are read at most; split it" in result.stderr
    assert megabytes < 150
