from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from alleged.cli.messages import DONE, SOME_FAILED, USAGE
from alleged.ledger import open_ledger
from alleged.model.access import TLP, Role
from tests.unit.model.samples import accusation, denial, make_text

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

ACCUSATION, DENIAL = (claim(make_text()).id for claim in (accusation, denial))
DOCUMENT = make_text().document.id
WHY = ("--why", "it names the charge")
STORY = "On 25 March 2024 the Foreign Ministry accused APT31 of breaking into the servers of Parliament.\n"


@pytest.fixture
def shared(sample: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample ledger with an admin, an editor, a coder and a viewer."""
    monkeypatch.delenv("ALLEGED_BY", raising=False)
    monkeypatch.setenv("ALLEGED_USER", "Anna")
    assert run("members", "add", "Anna", "--role", "admin").exit_code == DONE
    for name, role in (("Ed", Role.EDITOR), ("Carl", Role.CODER), ("Vera", Role.VIEWER)):
        assert run("members", "add", name, "--role", role, "--cleared", "tlp:green").exit_code == DONE
    return sample


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "-f", "json")
    assert result.exit_code == DONE, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_the_first_member_is_an_admin_for_everything_and_is_told_that_it_is_shared(
    run: Run, sample: Path
) -> None:
    refused = run("--as", "Anna", "members", "add", "Vera", "--role", "viewer")
    assert refused.exit_code == SOME_FAILED
    assert "needs an admin who is cleared for everything" in refused.stderr
    told = run("--as", "Anna", "members", "add", "Anna", "--role", "admin").stderr.splitlines()
    assert told[0] == "Anna is admin here, cleared for everything"
    assert told[1] == "the ledger is shared from now on: who is no member sees nothing of it"
    (record,) = listed(run, "--as", "Anna", "members", "list")
    assert {key: record[key] for key in ("name", "role", "cleared", "by")} == {
        "name": "Anna",
        "role": "admin",
        "cleared": ["*"],
        "by": "Anna",
    }
    with closing(open_ledger(sample, create=False, who="Anna")) as ledger:
        assert not ledger.audit().damages


@pytest.mark.usefixtures("shared")
def test_members_are_added_changed_removed_and_listed(run: Run) -> None:
    assert [each["name"] for each in listed(run, "members", "list")] == ["Anna", "Ed", "Carl", "Vera"]
    assert listed(run, "members", "list")[1]["cleared"] == [*TLP[:2]]
    assert run("members", "add", "Vera", "--role", "coder", "--cleared", "court files").exit_code == DONE
    assert listed(run, "members", "list")[-1]["cleared"] == ["TLP:CLEAR", "court files"]
    assert run("members", "remove", "Vera").stderr == "Vera is no member any longer\n"
    gone = run("--as", "Vera", "claims")
    assert (gone.exit_code, gone.stdout) == (SOME_FAILED, "")
    assert "'Vera' is no member of it" in gone.stderr
    table = run("members", "list")
    assert "everything" in table.stdout
    assert table.stderr == "3 members\n"
    assert [each["name"] for each in listed(run, "--as", "Ed", "members", "list")] == ["Ed"]


@pytest.mark.usefixtures("shared")
def test_a_role_does_what_it_may_and_no_more(run: Run) -> None:
    for who in ("Ed", "Carl", "Vera"):
        refused = run("--as", who, "members", "add", "X", "--role", "viewer")
        assert "may not say who the members are" in refused.stderr
    for who in ("Carl", "Vera"):
        assert "may not withdraw what others" in run("--as", who, "mark", DOCUMENT, "x", *WHY).stderr
    assert "may not decide" in run("--as", "Vera", "decide", "claim", DENIAL, "accept", *WHY).stderr
    stranger = run("--as", "Nobody", "claims")
    assert (stranger.exit_code, stranger.stdout) == (SOME_FAILED, "")


@pytest.mark.usefixtures("sample")
def test_the_login_is_who_one_is_where_nothing_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLEGED_USER", raising=False)
    monkeypatch.setattr("alleged.cli.users.getuser", lambda: "logged")
    assert run("members", "add", "logged", "--role", "admin").exit_code == DONE
    assert run("claims").exit_code == DONE
    monkeypatch.setattr("alleged.cli.users.getuser", lambda: "other")
    assert "'other' is no member" in run("claims").stderr


@pytest.mark.usefixtures("shared")
def test_a_marked_document_is_hidden_until_it_is_unmarked(run: Run) -> None:
    assert listed(run, "--as", "Vera", "claims")
    told = run("mark", DOCUMENT[:8], "tlp:amber", "--why", "the source asked")
    assert told.stderr == f"document {DOCUMENT[:8]} is marked TLP:AMBER by Anna\n"
    assert listed(run, "--as", "Vera", "claims") == []
    assert listed(run, "--as", "Vera", "documents") == []
    assert "no claim" in run("--as", "Vera", "show", DENIAL).stderr
    assert listed(run, "claims")
    assert run("unmark", DOCUMENT, "--why", "published").exit_code == DONE
    assert listed(run, "--as", "Vera", "claims")


@pytest.mark.usefixtures("sample")
@pytest.mark.parametrize("step", [("mark", DOCUMENT, "TLP:RED"), ("decide", "claim", DENIAL, "reject")])
def test_markings_and_decisions_are_signed_alike(
    run: Run, step: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("ALLEGED_BY", "ALLEGED_USER"):
        monkeypatch.delenv(variable, raising=False)
    empty = run("--as", " ", *step, *WHY)
    assert (empty.exit_code, "the name is empty" in empty.stderr) == (USAGE, True)
    monkeypatch.setattr("alleged.cli.users.getuser", lambda: "")
    unknown = run(*step, *WHY)
    assert (unknown.exit_code, "does not tell who you are" in unknown.stderr) == (USAGE, True)
    assert " by Anna" in run("--as", " Anna ", *step, "--why", " it names the charge ").stderr


@pytest.mark.usefixtures("shared")
def test_documents_are_listed_with_their_marking(run: Run) -> None:
    assert [each["marking"] for each in listed(run, "documents")] == [None]
    assert "marked" not in run("documents").stdout
    for label, told in (("TLP:GREEN", True), ("TLP:CLEAR", False), ("TLP:RED", True)):
        assert run("mark", DOCUMENT, label, *WHY).exit_code == DONE
        assert [each["marking"] for each in listed(run, "documents")] == [label]
        assert (f"marked {label}" in run("documents").stdout) is told
        assert label in run("documents", "-f", "csv").stdout
    assert listed(run, "--as", "Vera", "documents") == []


def test_a_marking_says_why_and_is_one(run: Run, shared: Path) -> None:
    assert run("mark", DOCUMENT, "TLP:PINK", *WHY).exit_code == USAGE
    assert "--why is empty" in run("mark", DOCUMENT, "TLP:RED", "--why", " ").stderr
    run("mark", DOCUMENT, "TLP:RED", "--why", "a life depends on it")
    with closing(open_ledger(shared, create=False, who="Anna")) as ledger:
        (marking,) = ledger.markings()
        assert (marking.label, marking.by, marking.why) == ("TLP:RED", "Anna", "a life depends on it")
        assert not ledger.audit().damages


@pytest.mark.usefixtures("sample")
def test_a_marking_in_a_ledger_without_members_says_that_it_hides_nothing(run: Run) -> None:
    assert "nothing is hidden" in run("--as", "Anna", "mark", DOCUMENT, "TLP:RED", *WHY).stderr


@pytest.mark.usefixtures("shared")
def test_documents_are_marked_as_they_are_read(run: Run) -> None:
    Path("story.txt").write_text(STORY)
    result = run("read", "story.txt", "--extractor", "lexicon", "--marking", "tlp:red")
    assert result.exit_code == DONE, result.stderr
    assert not [each for each in listed(run, "--as", "Vera", "documents") if each["source"] == "story.txt"]
    assert [each for each in listed(run, "documents") if each["source"] == "story.txt"]
    again = run("read", "story.txt", "--extractor", "lexicon", "--marking", "TLP:CLEAR")
    assert "not marked TLP:CLEAR: 1 document in the ledger before" in again.stderr
    assert "not cleared for TLP:RED" in str(
        run("--as", "Carl", "read", "-", "--marking", "TLP:RED", "--extractor", "lexicon", input=STORY * 2)
    ) + "".join(each["detail"] or "" for each in listed(run, "documents"))


@pytest.mark.usefixtures("shared")
def test_who_decides_over_another_is_told_and_says_so(run: Run) -> None:
    first = run("--as", "Ed", "decide", "claim", DENIAL, "reject", "--why", "it is of 2019")
    found = re.match(r"decided ([0-9a-f]{8}) by Ed: ", first.stderr)
    assert found is not None
    crossing = ("--as", "Carl", "decide", "claim", DENIAL, "accept", *WHY)
    conflict = run(*crossing)
    assert conflict.exit_code == SOME_FAILED
    assert f"{found[1]} by Ed: claim {DENIAL[:8]} is rejected (why: it is of 2019)" in conflict.stderr
    assert f"add --over {found[1]}" in conflict.stderr
    assert len(listed(run, "decisions")) == 1
    done = run(*crossing, "--over", found[1])
    assert done.exit_code == DONE
    assert f"in the place of {found[1]} by Ed" in done.stderr
    assert run("--as", "Carl", "decide", "claim", DENIAL, "reject", *WHY).exit_code == DONE
    assert run("--as", "Carl", "undo").exit_code == DONE


@pytest.mark.usefixtures("shared")
def test_nobody_signs_for_another(run: Run) -> None:
    result = run("--as", "Carl", "decide", "claim", DENIAL, "accept", "--by", "Anna", *WHY)
    assert "you are 'Carl' here and cannot sign as 'Anna'" in result.stderr
