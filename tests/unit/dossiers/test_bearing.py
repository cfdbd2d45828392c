"""Whom the names of a claim may stand for, by the packaged lists."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from alleged.dossiers.bearing import view_bearings
from alleged.knowledge.store import open_knowledge
from alleged.ledger import open_ledger
from alleged.model.claim import Mention
from alleged.model.decision import About, Matter, Signature, Verdict, decide, withdraw
from alleged.model.span import span_at
from alleged.model.vocabulary import Act
from alleged.resolve.candidates import Flag
from tests.unit.model.samples import REPORT, accusation, make_entry, make_text, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.knowledge.known import Knowledge
    from alleged.ledger.interface import Ledger
    from alleged.model.claim import Claim
    from alleged.model.document import Text

TEXT = make_text()
BY = Signature("Ada", "2026-01-05T09:30:00+00:00", "read it twice")


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Knowledge]:
    with closing(open_knowledge(tmp_path_factory.mktemp("lists"))) as known:
        yield known


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with closing(open_ledger(tmp_path / "a.db", create=True)) as opened:
        opened.append(make_entry(TEXT))
        yield opened


def blaming(*names: str) -> Claim:
    return replace(accusation(TEXT), actors=tuple(Mention(name) for name in names), targets=())


def test_every_name_is_told_with_its_part(ledger: Ledger, lists: Knowledge) -> None:
    found = view_bearings(ledger, accusation(TEXT), lists)
    assert [(one.part, one.resolution.name) for one in found] == [
        ("speaker", "United States Department of Justice"),
        ("actor", "GREY HERON"),
        ("target", "Northwind lawmakers"),
    ]
    assert found[1].resolution.chosen is None
    assert Flag.UNKNOWN in found[1].resolution.flags


def test_a_listed_name_is_suggested_and_one_of_several_is_not(ledger: Ledger, lists: Knowledge) -> None:
    _, known, shared = view_bearings(ledger, blaming("APT31", "Grizzly Steppe"), lists)
    assert known.resolution.chosen is not None
    assert len({one.entity.authority for one in known.resolution.candidates}) > 1
    assert shared.resolution.chosen is None


def test_words_that_are_the_name_are_read_where_they_stand(ledger: Ledger, lists: Knowledge) -> None:
    start = TEXT.clean.index("GREY HERON")
    span = span_at(TEXT.clean, start, start + len("GREY HERON"))
    claim = replace(accusation(TEXT), actors=(Mention("GREY HERON", span),), targets=())
    assert view_bearings(ledger, claim, lists)[1].resolution.name == "GREY HERON"


def test_words_without_a_name_stand_for_a_name_in_another_claim_of_the_document(
    tmp_path: Path, lists: Knowledge
) -> None:
    text = make_text(REPORT + "\nAPT31 struck. The group hid.\n")
    named = replace(accusation(text), actors=(Mention("APT31", words(text, "APT31")),))
    again = Mention("The group", span_at(text.clean, *_last(text, "The group")))
    later = replace(named, actors=(again,), act=Act.PHISHING)
    implied = replace(later, actors=(Mention("The group"),), act=Act.SURVEILLANCE)
    with closing(open_ledger(tmp_path / "b.db", create=True)) as opened:
        opened.append(replace(make_entry(text), claims=(named, later, implied), relations=()))
        for claim in (later, implied):
            assert view_bearings(opened, claim, lists)[1].resolution.stands_for == ("APT31",)


def _last(text: Text, exact: str) -> tuple[int, int]:
    start = text.clean.rindex(exact)
    return start, start + len(exact)


def test_a_decision_settles_a_name_until_it_is_withdrawn(ledger: Ledger, lists: Knowledge) -> None:
    before = view_bearings(ledger, blaming("APT31"), lists)
    other = lists.find("APT28")[0]
    matter = Matter(About.NAME, ("APT31", f"{other.authority}:{other.id}"))
    decision = decide(matter, Verdict.ACCEPT, BY)
    ledger.decide(decision)
    (_, settled) = view_bearings(ledger, blaming("APT31"), lists)
    assert Flag.DECIDED in settled.resolution.flags
    assert matter.what[1] in {one.id for one in settled.resolution.candidates}
    ledger.decide(withdraw(decision, replace(BY, at="2026-01-06T09:30:00+00:00")))
    assert view_bearings(ledger, blaming("APT31"), lists) == before
