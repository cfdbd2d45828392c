from __future__ import annotations

import pytest

from alleged.dossiers.masking import make_mask
from alleged.ledger.masking import MASK

MASKING = make_mask(["Orla Venn", "Zoë Kaisçik", "吴永安"], ["Orla Brandt"])


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("that Orla Venn stole", "Orla Venn"),
        ("that ORLA VENN's", "ORLA VENN"),
        ("orla-venn.txt", "orla-venn"),
        ("/orla%20venn/", "orla%20venn"),
        ("Venn, Orla: born", "Venn, Orla"),
        ("Orla\n  Venn", "Orla\n  Venn"),
        ("Or\u00adla Venn", "Or\u00adla Venn"),
        ("Mr Venn said", "Venn"),
        ("ZOË KAISÇIK went", "ZOË KAISÇIK"),
        ("zoe\u0308 kaisc\u0327ik went", "zoe\u0308 kaisc\u0327ik"),
        ("被告吴永安在", "吴永安"),
        ("Ｏｒｌａ Ｖｅｎｎ", "Ｏｒｌａ Ｖｅｎｎ"),
    ],
)
def test_hides_at_equal_length(text: str, hidden: str) -> None:
    done, found = MASKING.hide(text)
    assert done == text.replace(hidden, MASK * len(hidden))
    assert len(done) == len(text)
    assert len(found) == 1


@pytest.mark.parametrize(
    "text", ["Orla Brandt said", "Orla said", "a venn diagram", "Orlando Vennings", "永安", ""]
)
def test_leaves_other_words(text: str) -> None:
    assert MASKING.hide(text) == (text, frozenset())


def test_hides_in_every_field_and_counts_names() -> None:
    record = {
        "id": "3fa8",
        "n": 3,
        "none": None,
        "deep": [{"name": "orla venn"}, ("吴永安", 1.5)],
        "again": "Orla Venn",
    }
    done, found = MASKING.hide_all(record)
    assert done == {
        "id": "3fa8",
        "n": 3,
        "none": None,
        "deep": [{"name": MASK * 9}, [MASK * 3, 1.5]],
        "again": MASK * 9,
        "masked": 2,
    }
    assert found == {"Orla Venn", "吴永安"}


def test_record_without_names_stays() -> None:
    record = {"id": "3fa8", "text": "nobody"}
    assert MASKING.hide_all(record) == (record, frozenset())


def test_hides_a_name_that_is_cut_in_two_runs() -> None:
    runs = [{"text": "said Orla ", "labels": ["cue"]}, {"text": "Venn went", "labels": []}]
    done, _ = MASKING.hide_all({"passage": runs})
    assert "".join(run["text"] for run in done["passage"]) == f"said {MASK * 9} went"
    assert [run["labels"] for run in done["passage"]] == [["cue"], []]
    assert [len(run["text"]) for run in done["passage"]] == [10, 9]


def test_without_parts_only_whole_names_are_hidden() -> None:
    mask = make_mask(["Orla Venn"], parts=False)
    assert mask.hide("Venn met ORLA VENN")[0] == f"Venn met {MASK * 9}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jørgen Dahl", "Jorgen Dahl"),
        ("Łukasz Nowak", "LUKASZ NOWAK"),
        ("José Peña", "Jos%C3%A9%20Pe%C3%B1a"),
        ("Wu Yong", "WuYong"),
        ("Ni Gaobin", "Ni Gao-bin"),
    ],
)
def test_a_name_is_hidden_as_erasing_would_find_it(name: str, text: str) -> None:
    hidden, found = make_mask([name]).hide(f"they charged {text} with it")
    assert hidden == f"they charged {MASK * len(text)} with it"
    assert found == {name}
