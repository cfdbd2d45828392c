from __future__ import annotations

from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from alleged.dossiers.timeline import Scope, view_timeline
from alleged.exports.timeline_svg import Look, draw_sheets, draw_timeline
from alleged.ledger import open_ledger
from alleged.model.claim import When
from tests.unit.dossiers.reports import entry, timed, variant
from tests.unit.model.samples import REPORT, make_entry, make_text, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from alleged.dossiers.timeline import Timeline

SVG = "{http://www.w3.org/2000/svg}"
DATES = ("2021-05", "2011/..", "../2010", "2021?", "2018/2020")


@pytest.fixture
def timeline(tmp_path: Path) -> Iterator[Timeline]:
    """Five dates, a length of time, words that fix no date, and claims without a time."""
    with closing(open_ledger(tmp_path / "times.db", create=True)) as ledger:
        for number, edtf in enumerate(DATES):
            text = variant(f"{REPORT}\nNumber {number}.\n", published="2024-03-26")
            ledger.append(entry(text, timed(text, When(edtf)), source=edtf))
        text = variant(f"{REPORT}\nIt went on over a decade.\n", published="2024-03-26")
        lasting = When(None, words(text, "over a decade"), "P10Y")
        ledger.append(entry(text, timed(text, lasting, When("2024-03-25")), source="length"))
        text = variant(f"{REPORT}\nOn Monday.\n")
        ledger.append(entry(text, timed(text, When(None, words(text, "On Monday"))), source="words"))
        ledger.append(make_entry(make_text()))
        yield view_timeline(ledger, Scope())


def rows(drawing: str) -> list[etree._Element]:
    return [g for g in etree.fromstring(drawing).iter(f"{SVG}g") if "row" in g.get("class", "").split()]


def find(row: etree._Element, name: str) -> list[etree._Element]:
    return [each for each in row.iter() if each.get("class") == name]


def texts(row: etree._Element) -> list[str]:
    return [each.text or "" for each in row.iter(f"{SVG}text")]


def test_every_claim_has_a_row_with_its_speaker_and_stance(timeline: Timeline) -> None:
    drawn = rows(draw_timeline(timeline, timeline.moments))
    assert len(drawn) == len(timeline.moments)
    assert texts(drawn[0])[0] == "United States Department of Justice alleges"
    (unnamed,) = [texts(row)[0] for row in drawn if "nobody" in texts(row)[0]]
    assert unnamed.endswith("alleges (purportedly)")


def test_an_open_end_a_least_length_and_a_rough_date_look_different(timeline: Timeline) -> None:
    drawn = dict(
        zip(
            [m.claim.event_time for m in timeline.moments],
            rows(draw_timeline(timeline, timeline.moments)),
            strict=False,
        )
    )
    by_date = {when.edtf: row for when, row in drawn.items() if when.edtf}
    assert [len(find(by_date[edtf], "open")) for edtf in DATES] == [0, 1, 1, 0, 0]
    dashed = [find(by_date[edtf], "bar")[0].get("stroke-dasharray") for edtf in DATES]
    assert [bool(each) for each in dashed] == [False, False, False, True, False]
    lasting = next(row for when, row in drawn.items() if when.minimum)
    assert len(find(lasting, "least")) == 1
    assert not find(lasting, "bar")
    assert "at least 10 years" in texts(lasting)


def test_no_date_is_made_up_for_words_that_fix_none(timeline: Timeline) -> None:
    drawn = zip(timeline.moments, rows(draw_timeline(timeline, timeline.moments)), strict=True)
    worded = next(
        row for moment, row in drawn if moment.claim.event_time.words and not moment.claim.event_time.minimum
    )
    assert "“On Monday”, date open" in texts(worded)
    assert not [*find(worded, "bar"), *find(worded, "least")]


def test_what_was_said_then_is_filled_and_what_was_only_published_then_is_not(timeline: Timeline) -> None:
    drawn = zip(timeline.moments, rows(draw_timeline(timeline, timeline.moments)), strict=True)
    fills = {
        bool(m.claim.said_time.edtf): find(row, "said")
        for m, row in drawn
        if m.claim.event_time.edtf or m.claim.said_time.edtf
    }
    assert [dot.get("fill") for dot in fills[True]] == ["currentColor"]
    assert [dot.get("fill") for dot in fills[False]] == ["none"]


def test_it_can_stand_in_a_page_that_allows_no_style_and_no_script(timeline: Timeline) -> None:
    drawing = draw_timeline(timeline, timeline.moments, Look(link=lambda claim: f"/claim/{claim.id}"))
    for each in etree.fromstring(drawing).iter():
        assert each.tag != f"{SVG}style"
        assert not [name for name in map(str, each.attrib) if name == "style" or name.startswith("on")]
    assert drawing.count('href="/claim/') == len(timeline.moments)


def test_names_are_hidden_before_anything_is_cut(timeline: Timeline) -> None:
    hidden = draw_timeline(
        timeline, timeline.moments, Look(lambda text: text.replace("GREY HERON", "█" * 10))
    )
    assert "GREY" not in hidden
    assert "█" in hidden


def test_sheets_share_their_axes_and_leave_out_nothing(timeline: Timeline) -> None:
    whole = draw_timeline(timeline, timeline.moments)
    sheets = draw_sheets(timeline, timeline.moments, rows=4)
    assert [len(rows(sheet)) for sheet in sheets] == [4, 4, 2]
    places = [
        [bar.get("x") for bar in etree.fromstring(sheet).iter() if bar.get("class") == "bar"]
        for sheet in (whole, *sheets)
    ]
    assert places[0] == [place for found in places[1:] for place in found]


def test_nothing_to_draw_is_a_drawing_that_says_so(timeline: Timeline) -> None:
    told = texts(etree.fromstring(draw_timeline(timeline, ())))
    assert "no time is told" in told
    assert "no date is known" in told


def test_words_from_right_to_left_can_be_left_to_what_shows_them(timeline: Timeline) -> None:
    arabic = Look(lambda _: "وزارة الدفاع")
    assert "وزارة" in draw_timeline(timeline, timeline.moments, arabic)
    look = Look(stand_in=lambda claim: f"(quote of {claim.act})")
    assert look.show("وزارة الدفاع", timeline.moments[0].claim) == "(quote of intrusion)"
    assert look.show("Министерство 晓睿智", timeline.moments[0].claim) == "Министерство 晓睿智"


def test_marks_of_an_axis_do_not_stand_on_each_other(timeline: Timeline) -> None:
    drawn = etree.fromstring(draw_timeline(timeline, timeline.moments))
    for clock in (g for g in drawn.iter(f"{SVG}g") if g.get("class") == "clocks"):
        for axis in clock.iterchildren(f"{SVG}g"):
            places = [float(str(each.get("x"))) for each in axis.iter(f"{SVG}text")]
            assert all(after - before > 30 for before, after in pairwise(places))
