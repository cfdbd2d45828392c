"""Whether a word that could be a cue is a verb of reporting where it stands, and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.extract.phrases import is_infinitive, is_noun_here, is_passive, lacks_subject
from alleged.lexicon.grammar import grammar
from alleged.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.lexicon.rules import CueCode, Match
    from alleged.lexicon.words import Word


def is_no_verb(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """Whether a word that could be a cue is none here: a noun, an infinitive, or said by nobody."""
    if is_noun_here(words, cue.start) or is_infinitive(words, cue.start):
        return True
    if _is_bare_noun(words, cue) or _is_unsaid(words, cue):
        return True
    following = words[cue.end] if cue.end < len(words) else None
    return following is not None and (
        following.norm in grammar().after_no_verb or _is_plural_at_end(words, cue)
    )


def _is_plural_at_end(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A noun before a comma: "in court *documents*, the firm said"."""
    alone = cue.end - cue.start == 1 and words[cue.start].norm.endswith("s")
    return alone and cue.code.frame == "finds" and words[cue.end].is_mark


def _is_unsaid(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """Whether nobody said it: "Outlook *cannot add* guests", "a tool *written* in Go"."""
    helper = _helper_before(words, cue.start)
    if words[cue.start].norm in grammar().participles and helper not in grammar().auxiliaries:
        return True
    plain = cue.code.frame in {"says", "finds"} and cue.code.stance is Stance.ASSERTS
    return plain and helper in grammar().modals


def _helper_before(words: Sequence[Word], at: int) -> str:
    """The word before a verb, adverbs passed over."""
    index = at - 1
    while index >= 0 and (words[index].norm in grammar().adverbs or words[index].norm.endswith("ly")):
        index -= 1
    return words[index].norm if index >= 0 else ""


def _is_bare_noun(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    return cue.end - cue.start == 1 and lacks_subject(words, cue.start)


def is_participle(words: Sequence[Word], at: int) -> bool:
    """Whether the cue hangs on the subject of the main clause: "..., warning that"."""
    return words[at].norm.endswith("ing") and (at == 0 or words[at - 1].norm not in grammar().be)


def is_reduced(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle after its noun: "a group *believed* to be in Asia"; nobody is named who believes."""
    past = words[cue.end - 1].norm.endswith(("ed", "ght", "own"))
    return (
        past and cue.code.stance is Stance.ASSESSES and cue.end < len(words) and words[cue.end].norm == "to"
    )


def is_reduced_passive(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle after its noun: "a group linked to", "the man accused of"."""
    follows = words[cue.end].norm if cue.end < len(words) else ""
    return words[cue.start].norm.endswith(("ed", "d")) and follows in {"of", "to", "by", "with", "for"}


def is_naming(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle that tells what something is called or counted as: "a firm identified as"."""
    return cue.end < len(words) and words[cue.end - 1].norm.endswith("ed") and words[cue.end].norm == "as"


def is_epithet(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """Whether the cue only tells whose somebody is: "hackers *linked to* Russia stole the mail"."""
    told = is_passive(words, cue.start) or words[cue.start].norm == "attributed"
    return cue.rule.id == "attribute" and not told


def heads_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a cue has a subject of its own right before it."""
    return (
        not is_participle(words, at)
        and not is_noun_here(words, at)
        and (at == 0 or words[at - 1].norm not in {"and", "to"})
    )
