"""A small vocabulary, and networks that are no networks: their answers are written down, or drawn by lot."""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from alleged.extract.neural.confidence import Calibration
from alleged.extract.neural.decode import BEGIN, INSIDE, OUT, close_outside, sigmoid, softmax
from alleged.extract.neural.frames import START
from alleged.extract.neural.network import AFTER, ATTRIBUTION, BEFORE, CLAIM, POINTED, ROLES, Looks, Memory
from alleged.extract.neural.realis import EVENT, ORDER
from alleged.extract.neural.slots import SLOTS
from alleged.extract.neural.tokens import read_tokens, run_of
from alleged.extract.neural.votes import VOTES
from alleged.lexicon.words import find_words
from alleged.model.vocabulary import Act, Kind, Realis, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alleged.extract.neural.clues import Clues
    from alleged.extract.neural.decode import Floats, Run
    from alleged.extract.neural.slots import Slots
    from alleged.extract.neural.tokens import Ints, Tokens

CODES: dict[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "kind": tuple(Kind),
    "act": tuple(Act),
    "speaker_role": tuple(Role),
    "voice": ("named", "own"),
}
USUAL = {
    "stance": "asserts",
    "kind": "operation",
    "act": "intrusion",
    "speaker_role": "government",
    "voice": "named",
}
SURE, UNLIKELY = 9.0, -9.0
MARKS = 6


def vocabulary(text: str = "") -> Tokenizer:
    """A vocabulary of letters and marks, and of the whole words of a text."""
    letters = string.ascii_lowercase + string.digits
    words = [word.text.lower() for word in find_words(text)]
    pieces = ["[UNK]", *letters, *(f"##{c}" for c in letters), *string.punctuation, *"“”‘’", *words]
    model = WordPiece(
        {piece: i for i, piece in enumerate(dict.fromkeys(pieces))},
        unk_token="[UNK]",
        max_input_chars_per_word=100,
    )
    tokenizer = Tokenizer(model)
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def tokens_of(text: str) -> Tokens:
    """A text as it is read, most words a token each."""
    return read_tokens(text, vocabulary(text))


def place(text: str, tokens: Tokens, words: str) -> Run:
    """The tokens of the first words of a text that read so."""
    start = text.index(words)
    run = run_of(tokens, start, start + len(words))
    assert run is not None
    return run


def words_of(text: str, tokens: Tokens, run: Run) -> str:
    """The words of some tokens."""
    return text[tokens.starts[run[0]] : tokens.ends[run[1] - 1]]


@dataclass(frozen=True)
class Told:
    """What a network is to see around one anchor, in words of the text.

    Candidates are meant whose mention holds the words of a role, or whose words are in `meant` of that role.
    """

    anchor: str
    roles: Mapping[str, Sequence[str]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    one: float = 0.9
    kind: int = CLAIM
    meant: Mapping[str, Sequence[str]] = field(default_factory=dict)
    surely: float = 0.9
    doubted: str = ""
    """Words that are rather out of the content than in it, but not surely."""


class ScriptedNetwork:
    """Sees in one text what is written down for it, and nothing else.

    Hidden states are scores of realis: those of words in `realis`, else "actual".
    """

    codes = CODES
    calibration = Calibration()

    def __init__(self, text: str, *told: Told, realis: Mapping[str, Realis] | None = None) -> None:
        self.tokenizer = vocabulary(text)
        self._text = text
        self._told = told
        self._realis = realis or {}

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        return read_tokens(self._text, self.tokenizer)

    def read(self, ids: Ints, features: Ints) -> Memory:
        """The memory of the whole text."""
        tokens = self.tokens
        assert ids.tolist() == tokens.ids.tolist()
        assert len(features) == len(ids)
        marks = np.full((len(ids), MARKS), UNLIKELY, dtype=np.float32)
        marks[:, OUT] = 0
        for told in self._told:
            first, last = place(self._text, tokens, told.anchor)
            if told.kind == CLAIM:
                marks[first, START] = SURE
            else:
                marks[first:last, INSIDE] = SURE
                marks[first, BEGIN] = 2 * SURE
        hidden = np.zeros((len(ids), len(ORDER)), dtype=np.float32)
        hidden[:, ORDER.index(Realis.ACTUAL)] = 1
        for words, realis in self._realis.items():
            run = slice(*place(self._text, tokens, words))
            marks[run, EVENT] = SURE
            hidden[run] = [SURE if one is realis else 0 for one in ORDER]
        return Memory(hidden, marks)

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        """What is written down for each anchor."""
        assert clues.votes.shape == (len(anchors), VOTES)
        assert clues.slots.who.shape == (len(anchors), SLOTS)
        tokens = self.tokens
        looks = [self._look(self._told_at(tokens, anchor, kind), tokens, anchor) for anchor in anchors]
        roles = np.stack([roles for roles, _ in looks])
        roles = close_outside(roles, _inside(anchors, len(memory.hidden)))
        ones = np.asarray([told.one for _, told in looks], dtype=np.float32)
        codes = {
            name: np.stack([_probabilities(values, {**USUAL, **told.codes}[name]) for _, told in looks])
            for name, values in CODES.items()
        }
        pointed = [self._point(told, clues.slots[i : i + 1]) for i, (_, told) in enumerate(looks)]
        return Looks(roles, ones, codes, np.stack(pointed))

    def judge(self, pooled: Floats) -> Floats:
        """The likeliest realis of each event."""
        return softmax(pooled)

    def _told_at(self, tokens: Tokens, anchor: Run, kind: int) -> Told:
        told = (told for told in self._told if told.kind == kind)
        return next(one for one in told if place(self._text, tokens, one.anchor)[0] == anchor[0])

    def _point(self, told: Told, slots: Slots) -> Floats:
        pointed = np.zeros((SLOTS, len(POINTED)), dtype=np.float32)
        tokens = self.tokens
        for r, role in enumerate(POINTED):
            runs = [place(self._text, tokens, words) for words in told.roles.get(role, ())]
            for slot, (first, last) in enumerate(slots.ends[0].tolist()):
                words = self._text[tokens.starts[first] : tokens.ends[last]]
                inside = any(first <= start and end <= last + 1 for start, end in runs)
                if slots.who[0, slot] >= 0 and (inside or words in told.meant.get(role, ())):
                    pointed[slot, r] = told.surely
        return pointed

    def _look(self, told: Told, tokens: Tokens, anchor: Run) -> tuple[Floats, Told]:
        roles = np.zeros((BEFORE + AFTER, len(ROLES), 3), dtype=np.float32)
        roles[:, :, OUT] = 1
        for role, all_words in told.roles.items():
            for words in all_words:
                first, last = (i - anchor[0] + BEFORE for i in place(self._text, tokens, words))
                roles[first:last, ROLES.index(role)] = (0.1, 0.1, 0.8)
                roles[first, ROLES.index(role)] = (0.1, 0.8, 0.1)
        if told.doubted:
            first, last = (i - anchor[0] + BEFORE for i in place(self._text, tokens, told.doubted))
            roles[first:last, ROLES.index("content")] = (0.6, 0.0, 0.4)
        return roles, told


class NoisyNetwork:
    """Sees what a lot says, the same in the same text each time: claims everywhere, of anything."""

    codes = CODES
    calibration = Calibration()

    def __init__(self, seed: int, words: str) -> None:
        self._seed = seed
        self.tokenizer = vocabulary(words)

    def read(self, ids: Ints, features: Ints) -> Memory:
        """Noise for each token."""
        lot = np.random.default_rng([self._seed, len(ids), int(ids.sum()), int(features.sum())])
        return Memory(_noise(lot, len(ids), len(ORDER)), _noise(lot, len(ids), MARKS) - 2)

    def look(self, memory: Memory, anchors: Sequence[Run], kind: int, clues: Clues) -> Looks:
        """Noise for each anchor, alike for words that stand together."""
        lot = np.random.default_rng([self._seed, len(anchors), kind, int(clues.votes.sum())])
        scores = 3 * _noise(lot, len(anchors), (BEFORE + AFTER) // 4, len(ROLES), 3)
        roles = close_outside(softmax(scores.repeat(4, axis=1)), _inside(anchors, len(memory.hidden)))
        codes = {name: softmax(_noise(lot, len(anchors), len(values))) for name, values in CODES.items()}
        pointed = sigmoid(_noise(lot, len(anchors), SLOTS, len(POINTED))) * clues.slots.inside[..., None]
        return Looks(roles, sigmoid(1 + _noise(lot, len(anchors))), codes, pointed)

    def judge(self, pooled: Floats) -> Floats:
        """By the noise that was read."""
        return softmax(pooled)


def _noise(lot: np.random.Generator, *shape: int) -> Floats:
    return lot.normal(size=shape).astype(np.float32)


def _inside(anchors: Sequence[Run], length: int) -> Floats:
    index = np.asarray(anchors)[:, :1] + np.arange(-BEFORE, AFTER)
    return ((index >= 0) & (index < length)).astype(np.float32)


def _probabilities(values: Sequence[str], chosen: str) -> Floats:
    rest = 0.1 / (len(values) - 1)
    return np.asarray([0.9 if value == chosen else rest for value in values], dtype=np.float32)


def attribution(cue: str, source: Sequence[str], content: Sequence[str], *, one: float = 0.9) -> Told:
    """An attribution, in words of the text."""
    roles = {"speaker": source, "cue": [cue], "content": content}
    return Told(cue, roles, one=one, kind=ATTRIBUTION)
