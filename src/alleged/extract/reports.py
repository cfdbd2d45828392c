"""Reporting in a sentence: who is said to say, with which cue, and what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from alleged.extract.acts import has_verb
from alleged.extract.passages import Stretch
from alleged.extract.phrases import (
    QUOTES,
    closes_quotation,
    end_before_verb,
    is_infinitive,
    is_negated,
    is_noun_here,
    is_passive,
    lacks_subject,
    phrase_after,
    phrase_before,
)
from alleged.lexicon.grammar import grammar
from alleged.lexicon.inflect import inflect
from alleged.model.vocabulary import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from alleged.extract.passages import Passage
    from alleged.lexicon.rules import CueCode, Match
    from alleged.lexicon.words import Word

SHORT_TAIL = 9
"""Words that may follow a cue whose content stands before it: "..., Raab said in a statement on Monday"."""
SHORTEST_CONTENT = 2
MOST_CUES = 16
"""Cues that are read in one sentence: one with more is a list, and all of them would cost their square."""
NEAR = 3
_VERBS = frozenset({"says", "finds", "accuses", "rejects"})
"""Frames whose cue is a verb that a "not" can turn."""
_GROUNDS = frozenset({"with", "for", "over", "of", "regarding"})
_NOUN_OR_VERB = frozenset({"claim", "claims", "charge"})
_ABOUT = frozenset({"on", "about", "regarding", "for", "to"})
_ASKED = frozenset({"who", "which", "whether", "how", "what", "when", "why", "if"})
_TOLD = frozenset({"tell", "inform", "warn", "announce"})
LONGEST_HEARER = 10
"""Words between "told" and "that": who heard it."""


@dataclass(frozen=True, slots=True)
class Report:
    """One cue with its content and, where it is in the sentence, its speaker."""

    cue: Match[CueCode]
    content: Stretch
    speaker: Stretch | None = None
    passive: bool = False
    """Nobody is named as the speaker because the cue is passive: "is accused of"."""
    accused: Stretch | None = None
    """Who is charged or sanctioned, where the content is only the ground for it."""

    tail_end: int = 0
    """Where the words end that follow a cue whose content stands before it: "..., he said in a statement"."""

    @property
    def cue_words(self) -> Stretch:
        """The words of the cue."""
        return Stretch(self.cue.start, self.cue.end)

    turned: Stance | None = None
    """The stance where the cue is negated: "did *not* confirm" confirms nothing."""

    @property
    def stance(self) -> Stance:
        """What the cue makes of its content."""
        return self.turned or self.cue.code.stance

    @property
    def shortest(self) -> int:
        """The fewest words that its content needs; "denied it" needs no more than one."""
        return 1 if self.cue.code.frame == "rejects" else SHORTEST_CONTENT


def find_reports(passage: Passage) -> tuple[Report, ...]:
    """The reports of a sentence in the order of their cues."""
    found: list[Report] = []
    for cue in passage.cues[:MOST_CUES]:
        for report in _FRAMES[cue.code.frame](passage, cue):
            trimmed = _turn(passage, _trim(passage, report))
            if len(trimmed.content) >= trimmed.shortest or _introduces(passage, trimmed):
                found.append(trimmed)
    return tuple(report for report in found if not _is_rejected(report, found))


def _turn(passage: Passage, report: Report) -> Report:
    """A negated cue denies what was believed or found, and leaves the rest unsaid."""
    code = report.cue.code
    if code.frame not in _VERBS or not is_negated(passage.words, report.cue.start):
        return report
    unfound = code.frame == "finds" or code.stance is Stance.ASSESSES
    unlinked = report.cue.rule.id == "attribute" and report.passive
    return replace(report, turned=Stance.DENIES if unfound or unlinked else Stance.DECLINES)


def _introduces(passage: Passage, report: Report) -> bool:
    """Whether all that is said stands below: "The ministry said:"."""
    return report.content.start == len(passage.words) and passage.words[-1].text == ":"


def _is_rejected(report: Report, reports: Iterable[Report]) -> bool:
    """Whether the accusation is only what somebody rejects: "rejected *accusations that*"."""
    if report.cue.code.frame != "noun":
        return False
    rejected = (r.cue.end for r in reports if r.cue.code.frame == "rejects")
    return any(end <= report.cue.start <= end + NEAR for end in rejected)


def _says(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if _is_no_verb(words, cue):
        return
    if is_passive(words, cue.start) or _is_naming(words, cue) or _is_reduced(words, cue):
        yield from _passive_finding(passage, cue)
        return
    subject = _subject(passage, cue)
    if _content_stands_before(passage, cue, subject):
        yield from _with_content_before(passage, cue, subject)
        return
    yield Report(cue, _content_after(passage, _after_hearer(passage.words, cue)), subject)


def _finds(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    if _is_no_verb(passage.words, cue):
        return
    if is_passive(passage.words, cue.start):
        yield from _passive_finding(passage, cue)
    elif is_infinitive(passage.words, cue.start) is False:
        yield from _says(passage, cue)


def _accuses(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if _is_no_verb(words, cue):
        return
    if is_passive(words, cue.start) or _is_reduced_passive(words, cue):
        clause = _clause_around(passage, cue)
        by = _without_ground(words, _by_phrase(words, cue.end))
        if by is None and _is_epithet(words, cue):
            return
        yield Report(cue, clause, by, by is None, _accused_after(words, cue, clause))
        return
    content, subject = _content_after(passage, cue.end), _subject(passage, cue)
    if subject or words[cue.start].norm.endswith("ed"):
        yield Report(cue, content, subject, subject is None, _accused_after(words, cue, content))


def _punishes(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    """The ground of a charge or a sanction, alleged by who charges or sanctions."""
    words = passage.words
    if is_noun_here(words, cue.start):
        return
    passive = is_passive(words, cue.start) or words[cue.start].norm in {"face", "faces", "facing", "faced"}
    speaker = _by_phrase(words, cue.end) if passive else phrase_before(words, cue.start)
    ground = _ground(words, cue)
    if ground is not None:
        accused = Stretch(0, end_before_verb(words, cue.start)) if passive else Stretch(cue.end, ground)
        yield Report(cue, _content_after(passage, ground + 1), speaker, speaker is None, accused)


def _ground(words: Sequence[Word], cue: Match[CueCode]) -> int | None:
    """What introduces the ground: "charges *of* theft", but "charged officers of it *with* theft"."""
    grounds = (i for i in range(cue.start + 1, len(words)) if words[i].norm in _GROUNDS)
    return next((i for i in grounds if words[i].norm != "of" or i == cue.end), None)


def _according(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    speaker = phrase_after(words, cue.end)
    if speaker is None:
        return
    after = _after_apposition(words, speaker.end)
    if cue.start <= 1:
        yield Report(cue, _content_after(passage, after), speaker)
    else:
        yield Report(cue, Stretch(0, cue.start), speaker)


def _noun(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    before = phrase_before(words, cue.start)
    if before and words[cue.start].norm in _NOUN_OR_VERB and not is_noun_here(words, cue.start):
        yield from _says(passage, cue)
        return
    if words[cue.end - 1].norm in {"that", "of"}:
        owner = _owner(passage, cue, before)
        content = Stretch(cue.end, _end_before_rejection(passage, cue.end))
        yield Report(cue, content, owner, passive=owner is None)


def _owner(passage: Passage, cue: Match[CueCode], before: Stretch | None) -> Stretch | None:
    """Whose accusation it is: "*Riga's* claim that"; of "Riga repeated *its* claim that", the subject."""
    if before is None or passage.words[before.end - 1].norm not in grammar().possessives:
        return None
    if passage.words[before.end - 1].norm in grammar().owners:
        return _main_subject(passage, cue.start)
    return Stretch(before.start, before.end - 1)


def _end_before_rejection(passage: Passage, start: int) -> int:
    """Up to the verb that rejects what is said: "the claim that it spied *was dismissed*"."""
    rejects = (c.start for c in passage.cues if c.start > start and c.code.frame == "rejects")
    passive = next((at for at in rejects if is_passive(passage.words, at)), None)
    return len(passage.words) if passive is None else end_before_verb(passage.words, passive)


def _rejects(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    words = passage.words
    if _is_no_verb(words, cue) and cue.end - cue.start == 1:
        return
    passive = is_passive(words, cue.start)
    speaker = _by_phrase(words, cue.end) if passive else _subject(passage, cue)
    if _content_stands_before(passage, cue, speaker):
        yield from _with_content_before(passage, cue, speaker)
    elif passive:
        yield Report(cue, Stretch(0, end_before_verb(words, cue.start)), speaker, passive=speaker is None)
    else:
        start = cue.end if cue.end - cue.start == 1 else cue.start + 1
        yield Report(cue, _content_after(passage, start), speaker)


def _refuses(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    speaker = phrase_before(passage.words, cue.start)
    yield Report(cue, _content_after(passage, _start_of_refused(passage.words, cue)), speaker)


def _start_of_refused(words: Sequence[Word], cue: Match[CueCode]) -> int:
    """Where it says what is not answered: "did not name *the group*", "declined to comment on *it*"."""
    if cue.end < len(words) and words[cue.end].norm in grammar().determiners | _ASKED:
        return cue.end
    about = next((i for i in range(cue.end, len(words)) if words[i].norm in _ABOUT), len(words))
    return about + 1 if about + 1 < len(words) else cue.start


_FRAMES: dict[str, Callable[[Passage, Match[CueCode]], Iterator[Report]]] = {
    "says": _says,
    "finds": _finds,
    "accuses": _accuses,
    "punishes": _punishes,
    "according": _according,
    "noun": _noun,
    "rejects": _rejects,
    "refuses": _refuses,
}


def _is_no_verb(words: Sequence[Word], cue: Match[CueCode]) -> bool:
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


def _is_reduced(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle after its noun: "a group *believed* to be in Asia"; nobody is named who believes."""
    past = words[cue.end - 1].norm.endswith(("ed", "ght", "own"))
    return (
        past and cue.code.stance is Stance.ASSESSES and cue.end < len(words) and words[cue.end].norm == "to"
    )


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


def _is_participle(words: Sequence[Word], at: int) -> bool:
    """Whether the cue hangs on the subject of the main clause: "..., warning that"."""
    return words[at].norm.endswith("ing") and (at == 0 or words[at - 1].norm not in grammar().be)


def _is_reduced_passive(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle after its noun: "a group linked to", "the man accused of"."""
    follows = words[cue.end].norm if cue.end < len(words) else ""
    return words[cue.start].norm.endswith(("ed", "d")) and follows in {"of", "to", "by", "with", "for"}


def _accused_after(words: Sequence[Word], cue: Match[CueCode], content: Stretch) -> Stretch:
    """Where the accused stand: "attributed Y to X", "blamed Y on X", else first."""
    joiner = "to" if cue.rule.id == "attribute" else "on"
    found = next((i for i in range(cue.end, content.end) if words[i].norm in {joiner, "of", "for"}), None)
    if found is None or words[found].norm != joiner:
        return content
    return Stretch(found + 1, content.end)


def _after_hearer(words: Sequence[Word], cue: Match[CueCode]) -> int:
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


def _is_naming(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """A participle that tells what something is called or counted as: "a firm identified as"."""
    return cue.end < len(words) and words[cue.end - 1].norm.endswith("ed") and words[cue.end].norm == "as"


def _subject(passage: Passage, cue: Match[CueCode]) -> Stretch | None:
    joined = cue.start > 0 and passage.words[cue.start - 1].norm in {"and", "but", "or"}
    if joined or _is_participle(passage.words, cue.start):
        return _main_subject(passage, cue.start)
    return phrase_before(passage.words, cue.start)


def _is_epithet(words: Sequence[Word], cue: Match[CueCode]) -> bool:
    """Whether the cue only tells whose somebody is: "hackers *linked to* Russia stole the mail"."""
    told = is_passive(words, cue.start) or words[cue.start].norm == "attributed"
    return cue.rule.id == "attribute" and not told


def _main_subject(passage: Passage, before: int) -> Stretch | None:
    """The subject of the main verb before `before`: the last cue, else the first act."""
    cues = [c.start for c in passage.cues if c.start < before and _heads_clause(passage.words, c.start)]
    acts = [m.start for m in passage.acts if m.start < before and m.code.shape == "verb"]
    for verb in [*reversed(cues), *acts]:
        subject = phrase_before(passage.words, verb)
        if subject:
            return subject
    return phrase_after(passage.words, _after_opening(passage.words))


def _after_opening(words: Sequence[Word]) -> int:
    """Past "On Monday," at the beginning of a sentence."""
    if words[0].norm not in grammar().prepositions:
        return 0
    return next((i + 1 for i, word in enumerate(words) if word.norm == ","), 0)


def _heads_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a cue has a subject of its own right before it."""
    return (
        not _is_participle(words, at)
        and not is_noun_here(words, at)
        and words[at - 1].norm not in {"and", "to"}
    )


def _passive_finding(passage: Passage, cue: Match[CueCode]) -> Iterator[Report]:
    by = _by_phrase(passage.words, cue.end)
    if by:
        yield Report(cue, Stretch(0, end_before_verb(passage.words, cue.start)), by)


def _by_phrase(words: Sequence[Word], start: int) -> Stretch | None:
    for index in range(start, min(start + 6, len(words) - 1)):
        if words[index].norm == "by":
            return phrase_after(words, index + 1)
        if words[index].is_mark:
            return None
    return None


def _without_ground(words: Sequence[Word], by: Stretch | None) -> Stretch | None:
    """Without what somebody is accused of: "by the Bank of Riga *of theft*"."""
    if by is None:
        return None
    grounds = (i for i in range(by.start + 1, by.end - 1) if words[i].norm in _GROUNDS)
    ground = next((i for i in grounds if not words[i + 1].is_name_like), by.end)
    return Stretch(by.start, ground)


def _content_stands_before(passage: Passage, cue: Match[CueCode], subject: Stretch | None) -> bool:
    words = passage.words
    first = subject.start if subject and subject.end <= cue.start else cue.start
    if first < SHORTEST_CONTENT or not (words[first - 1].norm == "," or closes_quotation(words, first - 1)):
        return False
    closes_quote = closes_quotation(words, first - 1) or closes_quotation(words, first - 2)
    rest = [w for w in words[cue.end :] if not w.is_mark]
    opens_quote = any(w.text in QUOTES for w in words[cue.end : cue.end + 12])
    if subject is None and _ends_with_speaker(words, cue.end):
        return True
    return (closes_quote and not opens_quote) or (
        len(rest) <= SHORT_TAIL and not _opens_clause(words, cue.end)
    )


def _ends_with_speaker(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase and no clause follows: "..., said *the bank* on Monday"."""
    speaker = phrase_after(words, at)
    if speaker is None:
        return False
    follows = words[speaker.end] if speaker.end < len(words) else None
    return follows is None or follows.is_mark or follows.norm in grammar().prepositions | grammar().times


def _opens_clause(words: Sequence[Word], at: int) -> bool:
    return at < len(words) and words[at].norm in {
        "that",
        ":",
        "the",
        "it",
        "they",
        "he",
        "she",
        "a",
        "an",
        "its",
    }


def _with_content_before(passage: Passage, cue: Match[CueCode], subject: Stretch | None) -> Iterator[Report]:
    words = passage.words
    precedes = subject is not None and subject.end <= cue.start and _ends_name(words[subject.end - 1])
    speaker = subject if precedes else phrase_after(words, cue.end)
    end = speaker.start if speaker and speaker.end <= cue.start else cue.start
    tail = _tail_end(words, cue, speaker)
    inserted = end < tail < len(words) and words[tail].norm == "," and not has_verb(passage, Stretch(0, end))
    yield Report(cue, passage.whole if inserted else Stretch(0, end), speaker, tail_end=tail)


def _ends_name(word: Word) -> bool:
    return not word.is_mark or word.text == ")"


def _tail_end(words: Sequence[Word], cue: Match[CueCode], speaker: Stretch | None) -> int:
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


def _content_after(passage: Passage, start: int) -> Stretch:
    words = passage.words
    while start < len(words) and words[start].norm in {"that", ":", ","}:
        start += 1
    return Stretch(start, len(words))


def _clause_around(passage: Passage, cue: Match[CueCode]) -> Stretch:
    """The accused and the deed; of "X, which is linked to Y, stole Z" only up to the second comma."""
    words = passage.words
    subject = phrase_before(words, cue.start)
    start = subject.start if subject else cue.start
    inserted = (i for i in range(start + 1, cue.start) if words[i].norm in grammar().relatives)
    after_comma = any(words[i - 1].norm == "," for i in inserted)
    end = _comma_after(words, cue.end) - 1 if after_comma else len(words)
    return Stretch(start, end if end >= cue.end else len(words))


def _after_apposition(words: Sequence[Word], at: int) -> int:
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


def _trim(passage: Passage, report: Report) -> Report:
    """The content without marks at its ends, and inside the quotation that its cue stands in."""
    inside = _quotation_around(passage, report.cue.start)
    start, end = max(report.content.start, inside.start), min(report.content.end, inside.end)
    while start < end and passage.words[start].is_mark:
        start += 1
    while end > start and passage.words[end - 1].is_mark and passage.words[end - 1].text not in ")%":
        end -= 1
    return replace(report, content=Stretch(start, end))


def _quotation_around(passage: Passage, index: int) -> Stretch:
    """The words between the same quotation marks as the word at `index`; all words where it has none."""
    at = passage.words[index].start
    around = next((q for q in passage.quotations if q.start <= at < q.end), None)
    if around is None:
        return passage.whole
    inside = [i for i, word in enumerate(passage.words) if around.start <= word.start < around.end]
    return Stretch(inside[0], inside[-1] + 1)
