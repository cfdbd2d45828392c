"""Reading takes time in proportion to the text, whatever stands in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from alleged.extract.engine import LexiconExtractor
from tests.unit.extract.reading import read

if TYPE_CHECKING:
    from alleged.model.document import Text

pytestmark = pytest.mark.alone

UNITS = {
    "sentence": "The bank, which is in Riga, said that hackers linked to Iran allegedly stole its data, ",
    "marks": " “",
    "quoted words": ' "a" ',
    "brackets": " (",
    "acronyms": "A (A) ",
    "commas": ", ",
    "names": "Holt, ",
    "cues": "said ",
    "told": "told ",
    "charges": "charged with ",
    "capitals": "Alpha ",
    "chain": "hackers and ",
    "verbs": "and stole ",
    "digits": "1234 ",
    "possessives": "x's ",
    "reports": "it said, ",
    "paragraphs": "The agency said it was hacked by Iran.\n\n",
    "times": "in early May 2021, on Monday, ",
    "items": "- hacked the bank\n",
}

SENTENCE = 1_900
"""Characters: nearly as many as a sentence can have."""
MORE = 8
TOO_MUCH = 2
"""How many times its share a longer text may cost: squares would cost eight times their share."""


def text_of(unit: str, length: int) -> Text:
    return read("Latvia accused Iran of espionage.\n\n" + (unit * (length // len(unit) + 1))[:length])


def cpu_seconds(text: Text) -> float:
    """The least of three runs, because noise only adds."""
    engine = LexiconExtractor()
    taken = []
    for _ in range(3):
        start = time.process_time()
        engine.extract(text)
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """The lexicon is read once, before anything is measured."""
    cpu_seconds(text_of("Hackers stole the data. ", SENTENCE))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_more_text_costs_no_more_than_its_share(unit: str) -> None:
    one, more = (cpu_seconds(text_of(unit, length)) for length in (SENTENCE, MORE * SENTENCE))
    assert more <= TOO_MUCH * MORE * one


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_long_sentence_costs_no_more_than_its_share(unit: str) -> None:
    part, whole = (cpu_seconds(text_of(unit, length)) for length in (SENTENCE // MORE, SENTENCE))
    assert whole <= TOO_MUCH * MORE * part
