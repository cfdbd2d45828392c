from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alleged.knowledge.index import NameIndex, make_index
from alleged.knowledge.keys import name_key

INDEX = make_index(
    [
        *("APT31", "Turla", "Lazarus Group", "Lazarus", "DarkHotel", "UNC-2452", "LockBit 2.0", "menuPass"),
        *("Play", "Royal", "Cuba", "Empire", "PLAY", "LEAD", "Silent Summit", "CleanUp", "GoodOr"),
        *(
            "MSS",
            "at",
            "g2",
            "360",
            "7",
            "admin@338",
            "I-Soon",
            "武汉晓睿智科技",
            "Лаборатория",
            "Comité Noir",
        ),
    ]
)


def found(text: str, index: NameIndex = INDEX) -> list[str]:
    return [text[hit.start : hit.end] for hit in index.find(text)]


@pytest.mark.parametrize(
    "spelling", ["APT31", "apt31", "APT 31", "Apt-31", "APT\n31", "APT\u00a031", "APT‑31", "APT\r\n   31"]
)
def test_a_name_is_found_however_it_is_spaced(spelling: str) -> None:
    text = f"Officials said {spelling} did it."
    (hit,) = INDEX.find(text)
    assert text[hit.start : hit.end] == spelling
    assert hit.key == "apt31"


@pytest.mark.parametrize(
    "text",
    [
        *("APT311", "APT3 1", "xAPT31", "APT31a", "APT31_b", "APT 3", "APT. 31", "APT\n\n31"),
        *("turlas", "turla.example", "www.turla.com", "@turla", "turla@mail.example", "C:\\turla"),
    ],
)
def test_parts_of_words_and_addresses_are_no_names(text: str) -> None:
    assert not [hit for hit in found(f"They wrote {text} there") if hit != "APT31"] or "_" in text


@pytest.mark.parametrize(
    "text", ["“Turla”", "(Turla)", "Turla-linked", "pro-Turla", "Turla.", "Turla’s", "APT28/Turla"]
)
def test_signs_around_a_name_are_no_part_of_it(text: str) -> None:
    assert found(f"It was {text} again") == ["Turla"]


def test_the_longest_name_at_a_place_is_found_and_none_inside_it() -> None:
    assert found("Lazarus Group and Lazarus, LockBit 2.0") == ["Lazarus Group", "Lazarus", "LockBit 2.0"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They play on; the royal empire, turla, menupass", ["turla", "menupass"]),
        ("Play and Royal hit Cuba. Empire was used", ["Play", "Royal", "Cuba", "Empire"]),
        ("a PLAY in ROYAL hands", ["PLAY", "ROYAL"]),
        ("Lead investigators lead LEAD", ["LEAD"]),
        ("a silent summit, the Silent summit, a Silent Summit", ["Silent Summit"]),
        ("cleanup and clean up, CleanUp and Clean Up", ["CleanUp", "Clean Up"]),
        ("dark hotel rooms and Dark Hotel, darkhotel", ["Dark Hotel", "darkhotel"]),
        ("good or bad", []),
    ],
)
def test_names_that_are_ordinary_words_need_capitals(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the MSS, the mss, Mss", ["MSS"]),
        ("at 360 places, 7 of g2", ["g2"]),
    ],
)
def test_short_names_are_found_to_the_letter_only(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("由武汉晓睿智科技有限公司开发", "武汉晓睿智科技"),
        ("сообщила лаборатория в понедельник", "лаборатория"),
        ("the mail of admin@338 was read", "admin@338"),
        ("the firm I-Soon and", "I-Soon"),
        ("the firm isoon and", "isoon"),
        ("the comité noir met", "comité noir"),
    ],
)
def test_names_of_any_script_and_with_signs_are_found(text: str, name: str) -> None:
    assert found(text) == [name]


def test_letters_that_change_their_length_do_not_move_what_is_found() -> None:
    text = "İİİ ẞ said that Turla did"
    assert found(text) == ["Turla"]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert found("Turla and APT31", make_index([])) == []


names = st.lists(
    st.from_regex(r"[A-Z][a-z]{2,8}( [A-Z]?[a-z]{1,8}){0,2}|[A-Za-z]{2,6}[- ]?[0-9]{1,4}", fullmatch=True),
    min_size=1,
    max_size=8,
)
pieces = st.text(st.sampled_from("aAbB12 .-\n\r\t,'_@武汉é"), max_size=12)


@given(names, st.lists(pieces, max_size=6), st.randoms())
def test_what_is_found_is_known_in_order_and_apart(
    listed: list[str], others: list[str], random: object
) -> None:
    shuffled = [*listed, *others]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    text = " ".join(shuffled)
    index = make_index(listed)
    hits = index.find(text)
    keys = set(map(name_key, listed))
    assert all(hit.key in keys and hit.key == name_key(text[hit.start : hit.end]) for hit in hits)
    assert all(before.end <= after.start for before, after in pairwise(hits))


@given(names, st.sampled_from([" ", "\n", " (", " “"]), st.sampled_from([" ", ".", ",", "’s", ")"]))
def test_a_listed_name_is_found_as_it_is_listed(listed: list[str], before: str, after: str) -> None:
    name = max(listed, key=len)
    text = f"that{before}{name}{after} did"
    assert name in found(text, make_index(listed)) or name_key(name).isdecimal()


@given(st.text())
def test_any_text_can_be_searched(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in INDEX.find(text))
