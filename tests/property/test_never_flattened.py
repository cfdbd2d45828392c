"""Nothing leaves without speaker, stance and hedge, in whatever form it leaves."""

from __future__ import annotations

import csv
import io
import json
from contextlib import redirect_stdout
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alleged.cli.output import Format, View, write
from alleged.cli.tables import make_row, print_claims
from alleged.dossiers.claims import ClaimList
from alleged.dossiers.safety import one_line
from alleged.dossiers.wording import tell_speaker
from alleged.exports.claims import table_claims
from alleged.exports.safety import guard_cell
from alleged.model.claim import Claim, Speaker
from alleged.model.span import Span, span_at
from alleged.model.vocabulary import Basis, Realis, Role, Stance
from alleged.model.wire import Provenance
from tests.unit.model.samples import REPORT, accusation, make_text

TEXT = make_text()


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, len(REPORT) - 1))
    return span_at(REPORT, start, draw(st.integers(start + 1, min(len(REPORT), start + 20))))


speakers = st.builds(
    Speaker,
    role=st.sampled_from(Role),
    basis=st.sampled_from(Basis),
    name=st.none() | st.text(min_size=1, max_size=12),
    span=st.none() | spans(),
)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    hedges = tuple(draw(st.lists(spans(), max_size=3)))
    return replace(
        accusation(TEXT),
        speaker=draw(speakers),
        stance=draw(st.sampled_from(Stance)),
        hedges=hedges,
        realis=draw(st.none() | st.sampled_from(Realis)),
    )


def written(claim: Claim, form: Format) -> str:
    listing = ClaimList((claim,), 1, {TEXT.id: Provenance("report.txt", TEXT)})
    out = io.StringIO()
    with redirect_stdout(out):
        write(View(table_claims(listing), lambda console: print_claims(console, listing)), form)
    return out.getvalue()


@given(claims())
def test_a_row_of_a_table(claim: Claim) -> None:
    _, who, how, what = make_row(claim, ())
    assert who.main.plain == one_line(tell_speaker(claim.speaker))
    assert how.main.plain.startswith(claim.stance)
    for hedge in claim.hedges:
        assert one_line(hedge.exact) in how.main.plain or not hedge.exact.strip()
    about = what.notes[0].plain
    assert ("not said to have happened" in about) == (claim.realis is Realis.OTHER)
    assert ("in general" in about) == (claim.realis is Realis.GENERIC)


@given(claims())
def test_a_line_of_json(claim: Claim) -> None:
    line = json.loads(written(claim, Format.JSONL))
    assert line["stance"] == claim.stance
    assert [hedge["text"] for hedge in line["hedges"]] == [hedge.exact for hedge in claim.hedges]
    assert line["speaker_basis"] == claim.speaker.basis
    assert line["speaker_name"] in {claim.speaker.name, None}
    assert line["realis"] == claim.realis


@given(claims())
def test_a_row_of_csv(claim: Claim) -> None:
    (row,) = csv.DictReader(io.StringIO(written(claim, Format.CSV), newline=""))
    assert row["stance"] == claim.stance
    assert row["hedges"] == guard_cell("; ".join(hedge.exact for hedge in claim.hedges))
    assert row["speaker_basis"] == claim.speaker.basis
    assert row["realis"] == (claim.realis or "")


@given(claims())
def test_a_table(claim: Claim) -> None:
    told = written(claim, Format.TABLE)
    assert claim.stance in told
    if claim.speaker.basis is Basis.PASSIVE and claim.speaker.name is None:
        assert "nobody named" in told
    if claim.speaker.basis is Basis.NARRATOR:
        assert "own voice" in told
