from __future__ import annotations

import pytest

from alleged.ledger.names import name_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Huawei Technologies", ("huawei", "technologies")),
        ("APT31", ("apt31",)),
        ("U.S. Department of Justice", ("us", "department", "of", "justice")),
        ("U.S.-led", ("us", "led")),
        ("Mail.Ru", ("mail", "ru")),
        ("J. Edgar Hoover", ("j", "edgar", "hoover")),
        ("Jiǎng Lì", ("jiang", "li")),
        ("Cafe\u0301", ("cafe",)),
        ("STRASSE straße", ("strasse", "strasse")),
        ("ＡＰＴ３１", ("apt31",)),
        ("Wuhan Xiaoruizhi Co., Ltd", ("wuhan", "xiaoruizhi", "co", "ltd")),
        ("Pete’s O'Brien", ("pete", "s", "o", "brien")),
        ("AT&T", ("at", "t")),
        ("华为技术 Ltd", ("华", "为", "技", "术", "ltd")),
        ("Министерство", ("министерство",)),
        ("??? !", ("???", "!")),
        ("...", ("...",)),
        (" \t\n", ()),
        ("", ()),
        ("\ud800", ()),
    ],
)
def test_the_words_of_a_name(name: str, words: tuple[str, ...]) -> None:
    assert name_words(name) == words
