"""Noun phrases by closed classes of words: what ends a phrase is known, not what makes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.lexicon.grammar import grammar
from alleged.lexicon.nominals import nominals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.lexicon.words import Word

LONGEST_APPOSITION = 18
"""Words between the commas of "Raab, the foreign secretary, said"."""
LONGEST_PHRASE = 16
QUOTES = frozenset('"“”„«»')
"""Marks that quote and are never anything else."""
_SMALL_CAPITALS = frozenset({"I"})
_OPENING = {mark: frozenset((",",)) for mark in (",", "'", "’", *QUOTES)} | {")": frozenset(("(",))}
_SET_PHRASES = frozenset(
    {("in", "turn"), ("in", "fact"), ("at", "first"), ("this", "week"), ("last", "week")}
)
_TIME_WORDS = frozenset({"last", "this", "next", "late", "early", "earlier", "on", "in", "during"})
_DASHES = frozenset(("-", "–", "—"))


def is_pronoun(word: Word) -> bool:
    """Whether it is a pronoun: "it" and "us", but not "IT" and "US"."""
    return word.norm in grammar().pronouns and (
        word.text in _SMALL_CAPITALS or not word.text.replace(".", "").isupper()
    )


def is_time(word: Word) -> bool:
    """Whether it is a day, a month or a year: "Monday", "May" (but not "may"), "2021"."""
    year = len(word.norm) == len("2021") and word.norm.isdecimal()
    return word.norm in grammar().times or word.text == "May" or year


def closes_quotation(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` is a quotation mark; an apostrophe is one only after a stop or a comma."""
    return words[at].text in QUOTES or (words[at].norm == "'" and at > 0 and words[at - 1].text in ",.!?")


def phrase_before(words: Sequence[Word], at: int) -> Stretch | None:
    """The noun phrase that is the subject of the verb at `at`: "Raab, the foreign secretary, also said"."""
    last = _skip_verb_helpers(words, at - 1)
    if last > 0 and words[last].norm in grammar().relatives:
        last -= 1
        if words[last].norm == ",":
            return _around_apposition(words, last) or _phrase_ending(words, last - 1)
    if last > 0 and closes_quotation(words, last) and words[last - 1].norm == ",":
        return _around_apposition(words, last)
    if last >= 0 and (words[last].norm == "," or words[last].text in _DASHES or words[last].text == ")"):
        return _around_apposition(words, last)
    return _phrase_ending(words, last) or _before_relative(words, at)


def phrase_after(words: Sequence[Word], at: int) -> Stretch | None:
    """The noun phrase that begins at `at`: "said *Dmitry Peskov*, the Kremlin spokesman"."""
    end = at
    while end < len(words) and end - at < LONGEST_PHRASE and _can_follow(words, at, end):
        end += 1
    while end > at and words[end - 1].norm in grammar().joiners | grammar().determiners:
        end -= 1
    return Stretch(at, end) if end > at else None


def end_before_verb(words: Sequence[Word], at: int) -> int:
    """The index after the subject of the verb at `at`, its helpers left out: "the flaw *was first* found"."""
    return _skip_verb_helpers(words, at - 1) + 1


def is_noun_here(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` is no verb: "the *claims* that", "bold *claims* were"."""
    if _is_plural_subject(words, at):
        return True
    if at == 0 or closes_quotation(words, at - 1):
        return False
    before = words[at - 1].norm
    if before in grammar().auxiliaries and words[at].norm in nominals().noun_like:
        return True
    if at > 1 and words[at - 1].is_name_like and words[at].norm.endswith("s"):
        before = words[at - 2].norm
    return before in grammar().determiners - {"that"} or before in grammar().possessives


def lacks_subject(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is also a noun has no subject before it, so that it is the noun: "with *links*"."""
    known, norm = nominals(), words[at].norm
    if norm not in known.noun_like | known.noun_like_one | {"alleged"}:
        return False
    index = at - 1
    while index >= 0 and (words[index].norm in grammar().adverbs or _is_adverb(words[index])):
        index -= 1
    if index < 0:
        return True
    if norm == "alleged":
        return words[index].is_mark or not (_is_one(words[index]) or _helps(words[index]))
    return not (_is_one(words[index]) if norm in known.noun_like else _are_many(words[index]))


def _is_one(word: Word) -> bool:
    """Whether a word can be the subject of "claims"."""
    somebody = nominals().people | nominals().organisations | nominals().actors
    return word.is_name_like or word.norm in somebody | {"he", "she", "it"} or _joins_subject(word)


def _are_many(word: Word) -> bool:
    """Whether a word can be the subject of "claim", or the helper before it."""
    plural = word.norm.endswith("s") and not word.norm.endswith("ss")
    return plural or _helps(word) or word.norm in {"police", "people", "men"} or _joins_subject(word)


def _helps(word: Word) -> bool:
    """Whether only a verb can follow: "they", "have"."""
    helper = word.norm in grammar().auxiliaries - grammar().be
    return helper or word.norm in {"we", "they", "i", "you"}


def _joins_subject(word: Word) -> bool:
    return word.is_mark or word.norm in grammar().relatives | {"and", "or"}


def _is_plural_subject(words: Sequence[Word], at: int) -> bool:
    follows = words[at + 1].norm if at + 1 < len(words) else ""
    named = at > 0 and words[at - 1].is_name_like
    return words[at].norm in nominals().noun_like and follows in grammar().auxiliaries and not named


def is_passive(words: Sequence[Word], at: int) -> bool:
    """Whether a form of "be" stands before the participle at `at`: "have been widely blamed"."""
    if words[at].norm.endswith("ing"):
        return False
    index = at - 1
    while index >= 0 and (words[index].norm in grammar().adverbs or words[index].norm.endswith("ly")):
        index -= 1
    return index >= 0 and words[index].norm in grammar().be


def is_negated(words: Sequence[Word], at: int) -> bool:
    """Whether a "not" stands before the verb at `at`: "was *never* hacked"; "not only" says no no."""
    first = _skip_verb_helpers(words, at - 1) + 1
    negating = (i for i in range(first, at) if words[i].norm in grammar().negations or _ends_in_not(words[i]))
    return any(words[i + 1].norm != "only" for i in negating)


def _ends_in_not(word: Word) -> bool:
    return word.norm.endswith("n't")


def is_infinitive(words: Sequence[Word], at: int) -> bool:
    """Whether "to" stands before the verb at `at`."""
    return at > 0 and words[at - 1].norm == "to"


def _skip_verb_helpers(words: Sequence[Word], index: int) -> int:
    helpers = grammar().auxiliaries | grammar().adverbs
    while index >= 0:
        if words[index].norm in helpers or _is_adverb(words[index]):
            index -= 1
        elif index > 0 and (words[index - 1].norm, words[index].norm) in _SET_PHRASES:
            index -= 2
        elif _before_time(words, index) < index:
            index = _before_time(words, index)
        else:
            return index
    return index


def _before_time(words: Sequence[Word], index: int) -> int:
    """Before a time that ends at `index`: "The embassy *on Monday* said", "Police *last March* arrested"."""
    if words[index].norm not in grammar().times and not _is_year_after_month(words, index):
        return index
    start = index
    while start > 0 and words[start - 1].norm in grammar().times | _TIME_WORDS:
        start -= 1
    return start - 1 if start else index


def _is_year_after_month(words: Sequence[Word], index: int) -> bool:
    return words[index].norm.isdigit() and index > 0 and words[index - 1].norm in grammar().times | {"in"}


def _is_adverb(word: Word) -> bool:
    return word.norm.endswith("ly") and not word.is_name_like and len(word.norm) > len("early")


def _before_relative(words: Sequence[Word], at: int) -> Stretch | None:
    """The subject whose relative clause ends before `at`: "*an official* who asked not to be named said"."""
    for index in range(at - 1, max(0, at - LONGEST_APPOSITION), -1):
        if words[index].is_mark:
            return None
        if words[index].norm == "who":
            return _phrase_ending(words, index - 1)
    return None


def _splits_quotation(words: Sequence[Word], start: int, end: int) -> bool:
    marks = (words[at].text == "‘" or closes_quotation(words, at) for at in range(start, end))
    return sum(marks) % 2 == 1


def _around_apposition(words: Sequence[Word], closing: int) -> Stretch | None:
    opening = _before_apposition(words, closing)
    if opening == closing - 1 and words[closing].norm == ",":
        return None
    phrase = _phrase_ending(words, opening)
    if phrase and phrase.start > 0 and words[phrase.start - 1].norm in grammar().prepositions:
        return None
    end = closing + (words[closing].text == ")")
    return Stretch(phrase.start, end) if phrase and opening < closing - 1 else phrase


def _before_apposition(words: Sequence[Word], closing: int) -> int:
    opening = _OPENING.get(words[closing].text, _DASHES)
    for index in range(closing - 2, max(-1, closing - LONGEST_APPOSITION), -1):
        if words[index].text in opening and not _splits_quotation(words, index, closing + 1):
            return index - 1
    return closing - 1


def _phrase_ending(words: Sequence[Word], last: int) -> Stretch | None:
    if last < 0 or (words[last].is_mark and words[last].text != ")"):
        return None
    if is_pronoun(words[last]):
        return Stretch(last, last + 1)
    start = last + 1
    while start > 0 and last + 1 - start < LONGEST_PHRASE and _can_precede(words, start - 1, last):
        start -= 1
    openers = grammar().joiners - grammar().determiners | grammar().adverbs | {","}
    while start <= last and words[start].norm in openers:
        start += 1
    start = _after_same_time(words, start)
    return Stretch(start, last + 1) if start <= last else None


def _after_same_time(words: Sequence[Word], start: int) -> int:
    """Past a time without a comma: "On *the same day* Finland's police said"."""
    norms = [word.norm for word in words[start : start + 3]]
    told = norms[:2] in (["the", "same"], ["that", "same"]) and norms[2:3] != []
    return start + 3 if told and norms[2] in grammar().times | {"day", "time"} else start


def _can_precede(words: Sequence[Word], index: int, last: int) -> bool:
    word = words[index]
    if word.norm == ",":
        return _is_enumeration_comma(words, index, last)
    if word.is_mark:
        return word.text in "&()/'’" and not closes_quotation(words, index)
    if word.norm in grammar().joiners or _is_modifier(words, index) or _is_postmodifier(words, index):
        return True
    return not _ends_phrase(word)


def _can_follow(words: Sequence[Word], first: int, index: int) -> bool:
    word = words[index]
    if word.is_mark:
        return word.text == "&"
    if index > first and word.norm in {"of", "for", "at", "from", "and", "'s", "’s"}:
        return True
    if index == first and word.norm.endswith("ed") and _goes_on(words, index + 1):
        return True
    return word.norm not in grammar().prepositions and not _ends_phrase(word)


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """Whether a noun follows a participle that opens a phrase: "*exiled* journalists"."""
    if index >= len(words) or words[index].is_mark:
        return False
    word = words[index]
    return not _ends_phrase(word) and word.norm not in grammar().prepositions | grammar().determiners


def _ends_phrase(word: Word) -> bool:
    known = grammar()
    if word.norm in known.determiners | known.possessives:
        return False
    closed = known.subordinators | known.auxiliaries | known.prepositions | known.times
    return word.norm in closed or is_pronoun(word) or _looks_like_verb(word)


def _looks_like_verb(word: Word) -> bool:
    if word.is_name_like or "-" in word.norm:
        return False
    told = grammar().irregular_past | grammar().saying_verbs
    describing = nominals().people | nominals().undescribing | grammar().no_verbs
    return word.norm in told or (word.norm.endswith(("ing", "ed")) and word.norm not in describing)


def _is_modifier(words: Sequence[Word], index: int) -> bool:
    """Whether a participle describes the noun after it: "the *hacking* group", "two *alleged* hackers"."""
    if not _looks_like_verb(words[index]) or index == 0:
        return False
    before = words[index - 1]
    return before.norm in grammar().determiners | grammar().possessives or before.norm.isdigit()


def _is_postmodifier(words: Sequence[Word], index: int) -> bool:
    """Whether a participle tells of the noun before it: "officials *briefed* on the matter"."""
    if not 0 < index < len(words) - 1 or not _looks_like_verb(words[index]):
        return False
    return words[index].norm in grammar().epithet_openers and words[index + 1].norm in grammar().prepositions


def _is_enumeration_comma(words: Sequence[Word], index: int, last: int) -> bool:
    """Whether the comma separates names: "The NSA, CISA, and FBI"."""
    following = {w.norm for w in words[index + 1 : last + 1]}
    before = index > 0 and words[index - 1].is_name_like
    after = words[index + 1].is_name_like or words[index + 1].norm in {"and", "the"}
    return before and after and "and" in following
