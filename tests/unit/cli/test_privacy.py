from __future__ import annotations

import csv
import json
from contextlib import closing
from dataclasses import replace
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from alleged.ledger import open_ledger
from alleged.model.claim import Mention
from alleged.model.span import span_at
from alleged.settings import KNOWLEDGE_VARIABLE
from tests.unit.knowledge.sanctions import read
from tests.unit.model.samples import accusation, denial, link, make_entry, make_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.unit.cli.conftest import Run

TEXT = (
    make_text()
    .clean.replace("seven hackers", "Orla Venn")
    .replace("Prosecutors charge seven", "Orla Venn charged")
)
COMMANDS = [
    ["claims"],
    ["actor", "Orla Venn"],
    ["timeline"],
    ["incidents"],
    ["matrix"],
    ["documents"],
    ["changed", "--since", "2001-01-01"],
]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The default ledger, in which a private person is accused."""
    text = make_text(TEXT)
    entry = make_entry(make_text())
    first = text.clean.index("Orla Venn of")
    span = span_at(text.clean, first, first + len("Orla Venn"))
    quote = span_at(text.clean, first, first + len("Orla Venn of breaking into the mail"))
    claim = replace(
        accusation(make_text()),
        document=text.document.id,
        text=text.id,
        quote=quote,
        content=quote,
        speaker=replace(accusation(make_text()).speaker, span=None),
        cues=(),
        hedges=(),
        actors=(Mention("Orla Venn", span),),
        targets=(),
        said_time=replace(accusation(make_text()).said_time, words=None),
        event_time=replace(accusation(make_text()).event_time, words=None),
    )
    attempt = replace(entry.input, document=text.document.id, text=text.id, source="orla_venn.txt", claims=1)
    data = text.clean.encode()
    path = tmp_path / "alleged.db"
    with closing(open_ledger(path, create=True)) as opened:
        opened.append(replace(entry, input=attempt, data=data, text=text, claims=(claim,), relations=()))
    return path


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_export_masks_and_unmask_leaves(run: Run, command: list[str], form: str) -> None:
    masked, whole = run(*command, "-f", form), run(*command, "-f", form, "--unmask")
    assert (masked.exit_code, whole.exit_code) == (0, 0)
    named = "venn" in whole.stdout.casefold()
    assert "venn" not in masked.stdout.casefold()
    assert ("masked: 1 name of accused private persons; --unmask leaves them" in masked.stderr) is named
    assert "masked" not in whole.stderr
    if form == "json" and named:
        assert any(record.get("masked") == 1 for record in json.loads(masked.stdout))


@pytest.mark.usefixtures("ledger")
def test_masked_export_keeps_places(run: Run) -> None:
    (masked,), (whole,) = (
        json.loads(run("claims", "-f", "json", *more).stdout) for more in ([], ["--unmask"])
    )
    assert masked["quote"]["text"] == whole["quote"]["text"].replace("Orla Venn", "█" * 9)
    assert masked["document"] == "█████████.txt"
    assert masked["actor"] == ["█" * 9]
    assert {**masked["quote"], "text": ""} == {**whole["quote"], "text": ""}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("command", [["claims"], ["actor", "Orla Venn"]])
def test_people_see_the_name_with_its_mark(run: Run, command: list[str]) -> None:
    assert "private person: Orla Venn" in run(*command).stdout


@pytest.mark.usefixtures("ledger")
def test_who_is_listed_by_an_authority_is_public(
    run: Run, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv(KNOWLEDGE_VARIABLE, str(folder))
    listed = read("opensanctions.csv").decode()
    columns = listed.splitlines()[0]
    values = {"id": "NK-1", "schema": "Person", "name": "Orla Venn", "dataset": "Tidewater list"}
    row = ",".join(values.get(column.strip('"'), "") for column in columns.split(","))
    (folder / "listed.csv").write_text(f"{columns}\n{row}\n")
    added = run("knowledge", "add", str(folder / "listed.csv"))
    assert added.exit_code == 0, added.stderr
    assert "private person" not in run("claims").stdout


@pytest.mark.usefixtures("ledger")
def test_show_marks(run: Run) -> None:
    (record,) = json.loads(run("claims", "-f", "json").stdout)
    assert "private person: Orla Venn" in run("show", record["id"]).stdout
    assert "Venn" not in run("show", record["id"], "-f", "json").stdout


@pytest.mark.usefixtures("ledger")
def test_dossier_tells_its_date_and_what_it_is_not(run: Run) -> None:
    told = "Allegations as they were reported, not findings of this tool."
    assert told in " ".join(run("actor", "Orla Venn").stdout.split())
    (record,) = json.loads(run("actor", "Orla Venn", "-f", "json").stdout)
    assert record["disclaimer"] == told
    assert record["as_of"][:2] == "20"
    (row,) = csv.DictReader(StringIO(run("actor", "Orla Venn", "-f", "csv").stdout))
    assert row["disclaimer"] == told


@pytest.mark.usefixtures("ledger")
def test_about_tells_everything_and_keeps_the_name(run: Run) -> None:
    result = run("about", "orla venn", "-f", "json")
    records = json.loads(result.stdout)
    assert {record["sort"] for record in records} == {"claim", "text", "archive", "input"}
    (claim,) = (record for record in records if record["sort"] == "claim")
    assert claim["where"] == ["actor", "quote", "content"]
    assert claim["claim"]["actor"] == ["Orla Venn"]
    places = [r for r in records if r["where"] == ["words"]]
    assert [TEXT[r["start"] : r["end"]] for r in places] == ["Orla Venn"] * TEXT.count("Orla Venn")
    assert "1 of 1 claim · 1 of 1 text · 1 of 1 archive · 1 of 1 input · 0 of 0 decisions" in result.stderr
    assert "next: alleged retract --document" in result.stderr
    assert "next: alleged erase 'orla venn' --dry-run --why WHY" in result.stderr


@pytest.mark.usefixtures("ledger")
def test_about_tells_what_was_retracted(run: Run) -> None:
    assert run("retract", "--document", "orla_venn.txt", "--why", "wrong", "--by", "anna").exit_code == 0
    records = json.loads(run("about", "Orla Venn", "-f", "json").stdout)
    assert {record["state"] for record in records if record["sort"] == "claim"} == {"retracted"}


@pytest.mark.usefixtures("ledger")
def test_about_tells_which_decisions_count(run: Run) -> None:
    (claim,) = json.loads(run("claims", "-f", "json").stdout)
    for verdict in ("reject", "accept"):
        run("decide", "claim", claim["id"], verdict, "--why", "it is of 2019", "--by", "anna")
    records = json.loads(run("about", "Orla Venn", "-f", "json").stdout)
    assert [each["state"] for each in records if each["sort"] == "decision"] == ["replaced", "standing"]
    run("undo", "--by", "anna", "--why", "not sure")
    records = json.loads(run("about", "Orla Venn", "-f", "json").stdout)
    decisions = [each for each in records if each["sort"] == "decision"]
    assert [each["state"] for each in decisions] == ["standing", "withdrawn", "standing"]
    assert {tuple(each["where"]) for each in decisions} == {("claim",)}


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(
    ("corrected", "asked", "where"),
    [
        ("Kiran Osei", "Kiran Osei", ["actor"]),
        ("Kiran Osei", "Orla Venn", ["quote", "content", "actor as read"]),
        ("none", "Orla Venn", ["quote", "content", "actor as read"]),
    ],
)
def test_about_seeks_claims_as_they_were_read_and_as_they_are_corrected(
    run: Run, corrected: str, asked: str, where: list[str]
) -> None:
    (claim,) = json.loads(run("claims", "-f", "json").stdout)
    why = ("--why", "she is not", "--by", "anna")
    run("decide", "claim", claim["id"], "correct", "actor", corrected, *why)
    records = json.loads(run("about", asked, "-f", "json").stdout)
    (found,) = (each for each in records if each["sort"] == "claim")
    assert found["where"] == where
    assert found["claim"]["corrected"]["actor"] in (["Orla Venn"], ["█" * len("Orla Venn")])
    assert [each["where"][-1] for each in records if each["sort"] == "decision"] == ["claim"]


@pytest.mark.usefixtures("sample")
def test_about_tells_doubles_from_rejected_claims(run: Run) -> None:
    accused, linked, denied = (claim(make_text()).id for claim in (accusation, link, denial))
    why = ("--why", "one reading", "--by", "anna")
    run("decide", "claim", accused, "correct", "hedge", "accused", *why)
    run("decide", "same", linked, accused, *why)
    run("decide", "claim", denied, "reject", *why)
    for name, held, state in (("seven hackers", accused, "double"), ("Tidewater", denied, "rejected")):
        records = json.loads(run("about", name, "-f", "json").stdout)
        (claim,) = (each for each in records if each["sort"] == "claim")
        assert (claim["id"], claim["state"]) == (held, state)


@pytest.mark.usefixtures("ledger")
def test_a_dossier_finds_nobody_private_only_to_tell_its_date(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def view_nobody(*_: object) -> None:
        raise AssertionError("who is private was looked for")

    monkeypatch.setattr("alleged.dossiers.privacy.view_privacy", view_nobody)
    for more in ([], ["--as-of", "2199-01-01"]):
        result = run("timeline", "-f", "json", "--unmask", *more)
        assert result.exit_code == 0, result.stderr
        assert json.loads(result.stdout)[0]["as_of"][:2] in ("20", "21")


@pytest.mark.usefixtures("ledger")
def test_about_somebody_else_tells_nothing(run: Run) -> None:
    result = run("about", "Kiran Osei", "-f", "json")
    assert json.loads(result.stdout) == []
    assert "0 of 1 claim" in result.stderr
