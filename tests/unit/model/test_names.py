from __future__ import annotations

from alleged.model.names import name_key


def test_a_name_is_what_its_letters_and_digits_are() -> None:
    assert name_key(" Ápt-31 ") == name_key("apt 31") == "apt31"
    assert name_key("АРТ31") != "apt31"
    assert name_key("?!") == ""
