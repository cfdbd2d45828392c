from __future__ import annotations

import json
from typing import TYPE_CHECKING

from alleged.exports.masking import DISCLAIMER
from alleged.exports.report.record import Terms
from tests.unit.dossiers.library import REGISTER, UNTRUE
from tests.unit.exports.report.making import AS_OF, PRIVATE, make

if TYPE_CHECKING:
    from pathlib import Path

    from alleged.model.wire import Wire


def find_quotes(record: Wire) -> list[Wire]:
    return [quote for document in record["documents"] for quote in document["quotes"]]


def test_it_says_of_when_it_is_and_what_it_is_not(tmp_path: Path) -> None:
    record = make(tmp_path).record
    assert (record["as_of"], record["disclaimer"]) == (AS_OF, DISCLAIMER)
    assert record["head"].startswith("alleged-head ")
    assert "3 documents, 3 origins; independence not established" in record["counts"]


def test_every_number_leads_to_one_quote(tmp_path: Path) -> None:
    record = make(tmp_path).record
    numbers = [quote["number"] for quote in find_quotes(record)]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    told = json.dumps([record[part] for part in ("summary", "matrix", "responders", "responses", "timeline")])
    referred = {
        n for part in told.split('"quotes": [')[1:] for n in json.loads(f"[{part.partition(']')[0]}]")
    }
    assert referred
    assert referred <= set(numbers)


def test_an_answer_stands_with_those_who_give_it_and_its_latest_denial(tmp_path: Path) -> None:
    record = make(tmp_path).record
    who = next(each for each in record["summary"] if each["question"] == "who did it")
    china = next(answer for answer in who["answers"] if answer["words"] == "China")
    assert {("United Kingdom", "alleges"), ("Norway", "assesses")} <= {
        (voice["who"], voice["how"]) for voice in china["voices"]
    }
    assert china["denied"]["who"] == "China"
    assert china["denied"]["date"] == "2024-03-26"


def test_an_own_voice_is_that_of_its_document(tmp_path: Path) -> None:
    record = make(tmp_path).record
    voices = {v["who"] for each in record["summary"] for a in each["answers"] for v in a["voices"]}
    assert "own voice, Harbour Courier" in voices
    assert "own voice" not in voices


def test_a_quote_has_its_words_its_place_and_who_denied_it(tmp_path: Path) -> None:
    quotes = find_quotes(make(tmp_path).record)
    quote = next(each for each in quotes if each["content"] == REGISTER)
    words = "".join(run["text"] for run in quote["runs"])
    assert words == f"United Kingdom says that {REGISTER}"
    assert [run["text"] for run in quote["runs"] if run["labels"]] == [REGISTER]
    assert quote["place"] == f"characters 0 to {len(words)}"
    assert quote["denied"]["scope"] in {"specific", "blanket"}


def test_the_four_looks_of_a_cell_are_told_apart(tmp_path: Path) -> None:
    matrix = make(tmp_path, "").record["matrix"]
    cells = [cell for part in matrix["parts"] for row in part["lines"] for cell in row["cells"]]
    looks = {each["look"] for cell in cells for each in (cell, *cell["entries"])}
    assert {"says", "denies", "denies-all", "silent"} <= looks
    assert {each["name"] for each in matrix["legend"]} == {"specific denial", "blanket denial", "silent"}
    for part in matrix["parts"]:
        assert len(part["columns"]) <= 5
        assert part["left_out"] + len(part["lines"]) == matrix["rows"]


def test_denials_tell_what_they_answer(tmp_path: Path) -> None:
    record = make(tmp_path).record
    denial = next(each for each in record["responders"] if each["words"] == UNTRUE)
    quotes = {quote["number"]: quote["content"] for quote in find_quotes(record)}
    assert REGISTER in [quotes[number] for number in denial["answered"]]


def test_names_of_private_persons_are_hidden_wherever_they_stand_and_marked(tmp_path: Path) -> None:
    sheets = make(tmp_path, "Orla Venn")
    assert sheets.record["masked"] == 1
    assert "Orla" not in json.dumps(sheets.record, ensure_ascii=False) + "".join(sheets.drawings)
    assert [quote["private"] for quote in find_quotes(sheets.record)] == [1, 1]


def test_names_stay_on_demand_and_are_marked(tmp_path: Path) -> None:
    sheets = make(tmp_path, "Orla Venn", Terms(AS_OF, PRIVATE, unmask=True))
    assert (sheets.record["masked"], sheets.record["unmasked"], sheets.record["about"]) == (
        0,
        True,
        "Orla Venn",
    )
    assert [quote["private"] for quote in find_quotes(sheets.record)] == [1, 1]


def test_what_was_done_is_told_with_who_says_so(tmp_path: Path) -> None:
    (response,) = make(tmp_path, "Orla Venn", Terms(AS_OF, PRIVATE, unmask=True)).record["responses"]
    assert (response["act"], response["to"], response["who"]) == (
        "sanction",
        "Orla Venn",
        "own voice, 赵先生日报",
    )
