"""What is said: where the content of a report begins and ends, before its cue, after it or around it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from alleged.extract.passages import Stretch
from alleged.extract.phrases import (
    QUOTES,
    closes_quotation,
    end_before_verb,
    is_passive,
    phrase_after,
    phrase_before,
)
from alleged.lexicon.grammar import grammar
from alleged.lexicon.inflect import inflect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import CueCode, Match
    from alleged.lexicon.words import Word

SHORT_TAIL = 9
"""Words that may follow a cue whose content stands before it: "..., Raab said in a statement on Monday"."""
LONGEST_OPENING = 8
"""Words of "In an unsealed indictment,"."""
LONGEST_HEARER = 10
"""Words between "told" and "that": who heard it."""
SHORTEST_CONTENT = 2
_CLAUSE_OPENERS = frozenset({"that", ":", "the", "it", "they", "he", "she", "a", "an", "its"})
"""Words after a cue that begin what is said, not who said it."""
_ABOUT = frozenset({"on", "about", "regarding", "for", "to"})
_ASKED = frozenset({"who", "which", "whether", "how", "what", "when", "why", "if"})
_TOLD = frozenset({"tell", "inform", "warn", "announce"})


def content_after(passage: Passage, start: int) -> Stretch:
    """All that follows, from the first word that is said."""
    words = passage.words
    while start < len(words) and words[start].norm in {"that", ":", ","}:
        start += 1
    return Stretch(start, len(words))


def stands_before(passage: Passage, cue: Match[CueCode], subject: Stretch | None) -> bool:
    """Whether what is said stands before its cue: "C, S said", "C, said S"."""
    words = passage.words
    first = subject.start if subject and subject.end <= cue.start else cue.start
    if first < SHORTEST_CONTENT or not (words[first - 1].norm == "," or closes_quotation(words, first - 1)):
        return False
    closes_quote = closes_quotation(words, first - 1) or closes_quotation(words, first - 2)
    rest = [w for w in words[cue.end :] if not w.is_mark]
    opens_quote = any(w.text in QUOTES for w in words[cue.end : cue.end + 12])
    if subject is None and _ends_with_speaker(words, cue.end):
        return True
    if closes_quote:
        return not opens_quote or (len(rest) <= SHORT_TAIL and not _opens_clause(words, cue.end))
    short = len(rest) <= SHORT_TAIL and not _opens_clause(words, cue.end)
    return short and not (_is_opening(words, first) and not _is_inserted(words, cue.end))


def _is_inserted(words: Sequence[Word], end: int) -> bool:
    """Whether a comma closes what tells who said it: "China, *Latvia said*, hacked the bank"."""
    return end < len(words) and words[end].is_mark


def _is_opening(words: Sequence[Word], end: int) -> bool:
    """Whether the words before say only where and when: "In the case, *WhatsApp alleged*", "Meanwhile,"."""
    short = sum(not word.is_mark for word in words[:end]) <= SHORTEST_CONTENT
    if end > LONGEST_OPENING or not (short or words[0].norm in grammar().prepositions):
        return False
    verbs = grammar().auxiliaries | grammar().irregular_past
    return not any(word.norm in verbs or word.norm.endswith(("ed", "ing")) for word in words[:end])


def _ends_with_speaker(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase and no clause follows: "..., said *the bank* on Monday"."""
    speaker = phrase_after(words, at)
    if speaker is None:
        return False
    follows = words[speaker.end] if speaker.end < len(words) else None
    return follows is None or follows.is_mark or follows.norm in grammar().prepositions | grammar().times


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].norm in _CLAUSE_OPENERS


def clause_around(passage: Passage, cue: Match[CueCode]) -> Stretch:
    """The accused and the deed; of "X, which is linked to Y, stole Z" only up to the second comma."""
    words = passage.words
    subject = phrase_before(words, cue.start)
    start = subject.start if subject else cue.start
    inserted = (i for i in range(start + 1, cue.start) if words[i].norm in grammar().relatives)
    after_comma = any(words[i - 1].norm == "," for i in inserted)
    end = _comma_after(words, cue.end) - 1 if after_comma else len(words)
    return Stretch(start, end if end >= cue.end else len(words))


def after_hearer(words: Sequence[Word], cue: Match[CueCode]) -> int:
    """Past who heard it and when: "told *Parliament* that", "said *on Monday* that"."""
    follows = words[cue.end].norm if cue.end < len(words) else ""
    if words[cue.start].norm not in _hearing() and follows not in grammar().prepositions | grammar().times:
        return cue.end
    for index in range(cue.end, min(cue.end + LONGEST_HEARER, len(words))):
        if words[index].norm == "that":
            return index + 1
        if words[index].is_mark:
            break
    return cue.end


@cache
def _hearing() -> frozenset[str]:
    return frozenset(form for verb in _TOLD for form in inflect(verb))


def start_of_refused(words: Sequence[Word], cue: Match[CueCode]) -> int:
    """Where it says what is not answered: "did not name *the group*", "declined to comment on *it*"."""
    if cue.end < len(words) and words[cue.end].norm in grammar().determiners | _ASKED:
        return cue.end
    about = next((i for i in range(cue.end, len(words)) if words[i].norm in _ABOUT), len(words))
    return about + 1 if about + 1 < len(words) else cue.start


def end_before_rejection(passage: Passage, start: int) -> int:
    """Up to the verb that rejects what is said: "the claim that it spied *was dismissed*"."""
    rejects = (c.start for c in passage.cues if c.start > start and c.code.frame == "rejects")
    passive = next((at for at in rejects if is_passive(passage.words, at)), None)
    return len(passage.words) if passive is None else end_before_verb(passage.words, passive)


def end_of_tail(words: Sequence[Word], cue: Match[CueCode], speaker: Stretch | None) -> int:
    """Past what tells who said it, where and when: up to the next mark, or nothing if that is far."""
    follows = speaker is not None and speaker.start >= cue.end
    start = max(cue.end, speaker.end) if speaker and follows else cue.end
    end = next((i for i in range(start, len(words)) if words[i].is_mark), len(words))
    if follows and end < len(words) and words[end].norm == ",":
        return _end_of_apposition(words, end)
    return end if end - start <= SHORT_TAIL else start


def _end_of_apposition(words: Sequence[Word], comma: int) -> int:
    """Past what a comma adds to a speaker: "said Solheim, *the security chief of Nordvind*"."""
    after = comma + 1
    if after >= len(words) or words[after].norm not in grammar().determiners | grammar().titles:
        return comma
    return next((i for i in range(after, len(words)) if words[i].is_mark), len(words))


def after_description(words: Sequence[Word], at: int) -> int:
    """Past the comma that closes "According to Raab, the foreign secretary, ..."."""
    if at < len(words) and words[at].text == "(":
        at = next((i + 1 for i in range(at, len(words)) if words[i].text == ")"), at)
    at = _comma_after(words, at)
    while _is_description(words, Stretch(at, _comma_after(words, at) - 1)):
        at = _comma_after(words, at)
    return at


def _comma_after(words: Sequence[Word], at: int) -> int:
    """The index after the next comma; `at` where there is none."""
    return next((i + 1 for i in range(at, len(words)) if words[i].norm == ","), at)


def _is_description(words: Sequence[Word], between: Stretch) -> bool:
    """Whether words between two commas tell who stands before them: "the head of it", "who heads it"."""
    if not len(between):
        return False
    first = words[between.start].norm
    if first in grammar().relatives:
        return True
    phrase = phrase_after(words, between.start)
    opens = first in grammar().determiners | grammar().titles
    return opens and phrase is not None and phrase.end == between.end
