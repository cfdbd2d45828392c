"""No export for programs holds the name of an accused private person, in whatever field and form it stood."""

from __future__ import annotations

import csv
import json
import os
from contextlib import closing
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from alleged.cli.main import app
from alleged.dossiers.persons import reads_like_person
from alleged.ledger import open_ledger
from alleged.model.claim import Mention
from alleged.model.document import Metadata
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Role, Stance
from alleged.settings import KNOWLEDGE_VARIABLE
from tests.strategies.ledger import Stretches
from tests.unit.model.samples import accusation, make_entry, make_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alleged.ledger.interface import Entry

COMMANDS = (
    "claims",
    "timeline",
    "documents",
    "incidents",
    "matrix",
    "decisions",
    "changed --since 2001-01-01",
)
LETTERS = "aeiouklmnrtéçöñßσλабв"
CASES: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title, str.swapcase)
NORMAL: tuple[Literal["NFC", "NFD", "NFKC", "NFKD"], ...] = ("NFC", "NFD", "NFKC", "NFKD")

PARTS = st.text(LETTERS, min_size=3, max_size=8).map(str.capitalize)
PEOPLE = st.lists(PARTS, min_size=2, max_size=3).map(" ".join)
WORDS = st.lists(st.sampled_from(["they", "said", "that", "it", "was", "so"]), max_size=4).map(" ".join)


@st.composite
def written(draw: st.DrawFn, name: str) -> str:
    """The name in some case and normal form, among words."""
    case, form = draw(st.sampled_from(CASES)), draw(st.sampled_from(NORMAL))
    return f"{draw(WORDS)} {normalize(form, case(name))} {draw(WORDS)}".strip()


@st.composite
def accused(draw: st.DrawFn) -> tuple[str, Entry]:
    """The name of a private person, and a document that accuses this person all over."""
    name = draw(PEOPLE)
    assume(reads_like_person(name))
    told = written(name)
    clean = f"{name} did it. {draw(told)}. {draw(told)}."
    text = make_text(clean, metadata=Metadata(title=draw(told), publisher=draw(told), byline=draw(told)))
    spans = Stretches(len(clean)).any().map(lambda stretch: span_at(clean, *stretch))
    claim = replace(
        accusation(make_text()),
        document=text.document.id,
        text=text.id,
        act=Act.INTRUSION,
        stance=Stance.ALLEGES,
        quote=draw(spans),
        content=draw(spans),
        cues=(draw(spans),),
        hedges=(),
        actors=(Mention(name, span_at(clean, 0, len(name))),),
        targets=(Mention(draw(told), draw(spans)),),
        speaker=replace(accusation(make_text()).speaker, role=Role.MEDIA, name=draw(told), span=draw(spans)),
        event_time=replace(accusation(make_text()).event_time, words=None),
        said_time=replace(accusation(make_text()).said_time, words=draw(spans)),
    )
    sample = make_entry(make_text())
    attempt = replace(sample.input, source=draw(told), document=text.document.id, text=text.id, claims=1)
    return name, replace(sample, input=attempt, data=clean.encode(), text=text, claims=(claim,), relations=())


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder for the lists of names, compiled once."""
    return os.environ.get(KNOWLEDGE_VARIABLE) or str(tmp_path_factory.mktemp("lists"))


def export(path: Path, lists: str, *arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--ledger", str(path)], env={KNOWLEDGE_VARIABLE: lists})
    assert result.exit_code == 0, result.output
    return result.stdout


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


def read(exported: str, form: str) -> list[Any]:
    if form == "csv":
        return list(csv.reader(StringIO(exported)))
    lines = exported.splitlines() if form == "jsonl" else [exported]
    return [json.loads(line) for line in lines]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=accused(), command=st.sampled_from(COMMANDS), form=st.sampled_from(["json", "jsonl", "csv"]))
def test_no_export_without_unmask_holds_the_name(
    lists: str, made: tuple[str, Entry], command: str, form: str
) -> None:
    name, entry = made
    forms = {normalize(normal, case(name)) for normal in NORMAL for case in CASES}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with closing(open_ledger(path, create=True)) as ledger:
            ledger.append(entry)
        masked = read(export(path, lists, *command.split(), "-f", form), form)
        whole = read(export(path, lists, *command.split(), "-f", form, "--unmask"), form)
    assert not [text for text in strings(masked) for each in forms if each in text]
    left, hidden = list(strings(whole)), list(strings(masked))
    assert [len(text) for text in left] == [len(text) for text in hidden]
    assert all(
        a in ("█", b) for one, two in zip(hidden, left, strict=True) for a, b in zip(one, two, strict=True)
    )


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=accused())
def test_unmasked_export_is_exact(lists: str, made: tuple[str, Entry]) -> None:
    name, entry = made
    (claim,) = entry.claims
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        with closing(open_ledger(path, create=True)) as ledger:
            ledger.append(entry)
        (record,) = read(export(path, lists, "claims", "-f", "jsonl", "--unmask"), "jsonl")
    assert record["actor"] == [name]
    assert record["quote"]["text"] == claim.quote.exact
    assert record["speaker_name"] == claim.speaker.name
    assert "masked" not in record
