from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from alleged.cli.messages import DONE, SOME_FAILED

if TYPE_CHECKING:
    from tests.unit.cli.conftest import Run

FIRST = (
    "Holmeby, 3 May 2024. The ministry of Nordvind accused hackers of Rime Valley of breaking into the "
    "port of Eskdale.\n\nThe embassy of Rime Valley denied the accusation. Officials said that the port has "
    "been closed for two days, and that nobody was harmed.\n"
)
SECOND = FIRST.replace("Officials said", "Officials of the port confirmed").replace(
    "the port of Eskdale", "the harbour office of Eskdale"
)
OTHER = "Bakers met in Tarnfield on Sunday. They talked about flour, and about the price of a good oven.\n"
WHY = ("--why", "I looked at both")


@pytest.fixture(autouse=True)
def decider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLEGED_BY", "R. Reader")


def read(run: Run, words: str, *options: str, name: str = "story.txt") -> str:
    Path(name).write_text(words, encoding="utf-8")
    result = run("read", name, "--extractor", "lexicon", *options)
    assert result.exit_code == DONE, result.stderr
    return result.stderr


def listed(run: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run(*arguments, "-f", "json").stdout)
    return found


def documents(run: Run) -> list[str]:
    return list(dict.fromkeys(record["document_id"] for record in listed(run, "claims")))


def test_a_file_that_changed_is_a_new_version_and_the_older_one_is_told(run: Run) -> None:
    read(run, FIRST)
    (older,) = documents(run)
    count = len(listed(run, "claims"))
    told = read(run, SECOND)
    (newer,) = documents(run)
    assert newer != older
    assert f"a changed version of {older[:8]}: 'alleged diff {newer[:8]}' compares" in told
    result = run("claims")
    assert f"left out: {count} of" in result.stderr
    assert "1 older version of changed pages" in result.stderr
    assert {record["document_id"] for record in listed(run, "claims", "--document", older[:12])} == {older}
    assert {record["document_id"] for record in listed(run, "claims", "--document", "story.txt")} == {newer}
    first, second = listed(run, "documents")
    assert (first["newer_version"], second["newer_version"]) == (newer, None)
    assert "older version" in run("documents").stdout
    claim = listed(run, "claims", "--document", older)[0]["id"]
    assert listed(run, "show", claim)[0]["newer_version"] == newer


def test_what_changed_is_told_in_words_and_in_claims(run: Run) -> None:
    read(run, FIRST)
    read(run, SECOND)
    records = listed(run, "diff", "story.txt")
    words = [record for record in records if record["part"] == "words"]
    assert [record["change"] for record in words] == ["changed", "changed"]
    gone = [piece["text"] for piece in words[0]["pieces"] if piece["change"] == "gone"]
    new = [piece["text"] for piece in words[0]["pieces"] if piece["change"] == "new"]
    assert (gone, new) == (["port"], ["harbour office"])
    claims = [record for record in records if record["part"] == "claims"]
    assert any("quote" in record["fields"] for record in claims)
    told = " ".join(run("diff", "story.txt").stdout.split())
    assert "[-port-] {+harbour office+}" in told
    assert "sentences: 0 gone, 0 new, 2 changed" in run("diff", "story.txt").stderr


def test_nothing_changed_between_a_document_and_itself(run: Run) -> None:
    read(run, FIRST)
    (document,) = documents(run)
    assert listed(run, "diff", document, document) == []
    result = run("diff", document)
    assert (result.exit_code, "has no other version" in result.stderr) == (SOME_FAILED, True)


def test_another_text_under_the_same_name_is_another_document(run: Run) -> None:
    read(run, FIRST)
    told = read(run, OTHER)
    assert "changed version" not in told
    assert len(documents(run)) == 1
    assert "left out" not in run("claims").stderr


def test_the_same_address_is_the_same_page_whatever_it_says(run: Run) -> None:
    address = ("--url", "https://paper.example/story")
    read(run, FIRST, *address, name="one.txt")
    told = read(run, OTHER, *address, name="two.txt")
    assert "a changed version of" in told
    assert documents(run) == []


def test_versions_make_a_chain_and_reading_one_again_changes_nothing(run: Run) -> None:
    read(run, FIRST)
    read(run, SECOND)
    third = SECOND.replace("two days", "three days")
    read(run, third)
    before = run("claims", "-f", "json").stdout
    assert "2 older versions" in run("claims").stderr
    for words in (FIRST, SECOND, third):
        assert "unchanged" in read(run, words)
    assert run("claims", "-f", "json").stdout == before


def test_a_version_is_no_version_if_somebody_says_so_until_that_is_undone(run: Run) -> None:
    read(run, FIRST)
    read(run, SECOND)
    newer = documents(run)[0]
    older = listed(run, "documents")[0]["document"]
    run("decide", "version", newer, older, "--reject", *WHY)
    assert documents(run) == [older, newer]
    run("undo")
    assert documents(run) == [newer]


def test_where_the_newest_version_is_retracted_the_one_before_it_is_shown(run: Run) -> None:
    for words in (FIRST, SECOND, SECOND.replace("two days", "three days")):
        read(run, words)
    first, second, third = (record["document"] for record in listed(run, "documents"))
    run("retract", "--document", third, *WHY)
    assert documents(run) == [second]
    run("retract", "--document", second, *WHY)
    assert documents(run) == [first]


def test_what_a_retracted_publisher_puts_out_later_is_left_out_and_that_is_told(run: Run) -> None:
    read(run, FIRST, "--publisher", "Daily Echo", name="one.txt")
    run("retract", "--publisher", "daily echo", *WHY)
    told = read(run, OTHER, "--publisher", "Daily Echo", name="two.txt")
    assert "1 of 1 document left out of every view, for it is retracted" in told
    assert len(listed(run, "documents", "--retracted")) == 2


def test_two_documents_are_made_versions_by_a_decision(run: Run) -> None:
    read(run, FIRST, name="one.txt")
    read(run, SECOND, name="two.txt")
    one, two = documents(run)
    run("decide", "version", "two.txt", "one.txt", *WHY)
    assert documents(run) == [two]
    assert listed(run, "documents")[0]["newer_version"] == two
    assert one != two


def test_as_of_a_time_before_the_change_the_older_version_is_the_newest(run: Run) -> None:
    read(run, FIRST)
    (older,) = documents(run)
    at = listed(run, "documents")[0]["at"]
    read(run, SECOND)
    found = {record["document_id"] for record in listed(run, "claims", "--as-of", "2020-01-01")}
    assert found == set()
    assert older in {
        record["document_id"] for record in listed(run, "claims", "--document", older, "--as-of", at)
    }
