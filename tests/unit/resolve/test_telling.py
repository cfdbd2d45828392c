from __future__ import annotations

from alleged.resolve.telling import find_telling


def test_states_are_told_by_whatever_stands_for_them() -> None:
    assert find_telling("Beijing and the FBI").states == {"China", "United States"}


def test_names_tell_but_not_those_that_any_report_has() -> None:
    assert find_telling("the mail of Halvorsen on Microsoft servers").names == {"halvorsen"}


def test_the_name_of_a_weakness_tells_though_the_word_is_common_in_small_letters() -> None:
    assert find_telling("the Microsoft Exchange hack").names == {"exchange"}
    assert find_telling("the exchange of letters").names == set()


def test_the_first_word_is_a_name_only_if_it_is_no_common_word() -> None:
    assert find_telling("Halvorsen was hit").names == {"halvorsen"}
    assert find_telling("Hackers were paid").names == set()
    assert find_telling("Maintaining servers").names == set()


def test_the_capitals_of_a_title_tell_nothing_but_odd_ones_do() -> None:
    assert find_telling("Shipping Firm Blames APT31 For The Breach").names == {"apt31"}


def test_rare_words_tell_in_the_singular() -> None:
    assert find_telling("the eavesdroppers of the attack").words == {"eavesdropper"}
    assert find_telling("attacks on servers, allegedly").words == set()


def test_two_texts_tell_together_what_each_tells() -> None:
    both = find_telling("Russia") | find_telling("the mail of Halvorsen")
    assert both.states == {"Russia"}
    assert both.names == {"halvorsen"}
