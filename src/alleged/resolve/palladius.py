"""Chinese names in Cyrillic letters, read back into pinyin by Palladius's table ("Гуанцзун", "guangzong")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import re2

from alleged.resolve.han import SYLLABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

_INITIAL_PAIRS = """
zh чж ch ч sh ш b б p п m м f ф d д t т n н l л g г k к h х j цз q ц x с r ж z цз c ц s с
"""
_FINAL_PAIRS = """
a а o о e э ai ай ei эй ao ао ou оу an ань en энь ang ан eng эн ong ун i и ia я ie е iao яо iu ю ian янь
in инь iang ян ing ин iong юн u у ua уа uo о uai уай ui уй uan уань un унь uang уан v юй ue юэ
"""
_ROUNDED = {"u": "юй", "ue": "юэ", "uan": "юань", "un": "юнь"}
"""Finals after j, q and x, whose "u" is an "ü"."""
_WHOLE_PAIRS = """
yi и ya я ye е yao яо you ю yan янь yin инь yang ян ying ин yong юн yu юй yue юэ yuan юань yun юнь wu у wa ва
wo во wai вай wei вэй wan вань wen вэнь wang ван weng вэн er эр hui хуэй
"""


def pinyin_of(word: str) -> str | None:
    """The pinyin of a lower-case Cyrillic word that is made of Palladius's syllables; None for any other."""
    if not _syllables().fullmatch(word):
        return None
    table = _table()
    return "".join(table[syllable] for syllable in _split(word)).replace("v", "u")


def _split(word: str) -> list[str]:
    """The syllables, each as long as the rest of the word allows."""
    found: list[str] = []
    while word:
        ends = (end for end in range(len(word), 0, -1) if word[:end] in _table())
        end = next(end for end in ends if _syllables().fullmatch(word[end:]) or end == len(word))
        found.append(word[:end])
        word = word[end:]
    return found


@cache
def _syllables() -> Any:
    """Up to eight syllables; one word divides into them in many ways, so that it is RE2 that looks."""
    return re2.compile(f"(?:{'|'.join(sorted(_table(), key=len, reverse=True))}){{1,8}}")


@cache
def _table() -> Mapping[str, str]:
    """Pinyin by the Cyrillic syllable; "bo" and the like go before rarer ones written the same."""
    pairs = [(_transcribe(syllable), syllable) for syllable in SYLLABLES.split()]
    return {cyrillic: pinyin for cyrillic, pinyin in pairs if cyrillic}


def _transcribe(syllable: str) -> str | None:
    whole, initials, finals = (_pairs(text) for text in (_WHOLE_PAIRS, _INITIAL_PAIRS, _FINAL_PAIRS))
    if syllable in whole:
        return whole[syllable]
    initial = next((syllable[:n] for n in (2, 1) if syllable[:n] in initials), "")
    final = syllable[len(initial) :]
    if initial in {"j", "q", "x"} and final in _ROUNDED:
        return initials[initial] + _ROUNDED[final]
    if initial in {"z", "c", "s"} and final == "i":
        return initials[initial] + "ы"
    return initials.get(initial, "") + finals[final] if final in finals else None


@cache
def _pairs(text: str) -> Mapping[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))
