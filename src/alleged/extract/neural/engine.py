"""The neural engine: a trained network finds the claims, the lexicon names who is meant."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from alleged.errors import InputError
from alleged.extract.cast import find_cast
from alleged.extract.denials import settle_denials
from alleged.extract.engine import LexiconExtractor
from alleged.extract.impostors import settle_impostors
from alleged.extract.narrator import own_role_of, publisher_of
from alleged.extract.neural.attributions import find_attributions
from alleged.extract.neural.candidates import find_candidates
from alleged.extract.neural.clues import Informant
from alleged.extract.neural.frames import find_frames
from alleged.extract.neural.hints import find_hints, stack_features
from alleged.extract.neural.nearby import Nearby
from alleged.extract.neural.realis import judge_contents, judge_events
from alleged.extract.neural.segments import cut_segments
from alleged.extract.neural.tokens import read_tokens, run_of
from alleged.extract.neural.votes import Votes
from alleged.extract.neural.writing import Engine, Writer
from alleged.extract.passages import find_passages, leave_headings
from alleged.extract.speakers import Memory as Speakers
from alleged.extract.times import date_claims
from alleged.model.document import Metadata
from alleged.text.plain import TextReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from alleged.extract.cast import Cast
    from alleged.extract.neural.attributions import Attribution
    from alleged.extract.neural.network import EngineNetwork, Memory
    from alleged.extract.neural.segments import Segment
    from alleged.extract.neural.tokens import Tokens
    from alleged.extract.passages import Passage
    from alleged.model.claim import Claim
    from alleged.model.document import Extent, Text
    from alleged.model.vocabulary import Realis


class NeuralExtractor:
    """Finds claims with the shipped network; loaded when the first text is read."""

    name = "neural"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, network: EngineNetwork | None = None) -> None:
        self._given = network
        self._rules = LexiconExtractor()

    @cached_property
    def network(self) -> EngineNetwork:
        """The network: the one that was given, else the shipped one."""
        from alleged.extract.neural.shipped import shipped_network  # noqa: PLC0415 - 25 MB wait until needed

        return self._given or shipped_network()

    def extract(self, text: Text) -> tuple[Claim, ...]:
        """The claims of `text` in reading order."""
        passages = find_passages(text)
        if not passages:
            return ()
        told = leave_headings(passages)
        cast = find_cast(told)
        writer = self._writer(text, told, cast)
        found: dict[str, Claim] = {}
        ruled = self._rules.extract_from(text, told, cast)
        nearby = Nearby(passages, ruled)
        for segment, memory in self._read(text.clean, passages, ruled):
            informant = _inform(nearby, cast, segment.tokens)
            allowed = _allowed(segment.tokens, nearby.find_passages(segment.tokens))
            frames = find_frames(memory, self.network, allowed, informant)
            judged = judge_contents(memory, self.network, [frame.content for frame in frames])
            for frame, realis in zip(frames, judged, strict=True):
                claim = writer.write(frame, segment.tokens, realis)
                if claim:
                    found.setdefault(claim.id, claim)
        settled = settle_impostors(settle_denials(found.values(), ruled), text)
        dated = date_claims(settled, told, text.document.metadata.published)
        return tuple(sorted(dated, key=lambda c: (c.content.start, c.content.end, c.id)))

    def find_attributions(self, text: str) -> tuple[Attribution, ...]:
        """Sources, cues and contents in a text, in order of their cues."""
        found = (
            find_attributions(segment.tokens, memory, self.network)
            for segment, memory in self._read_plain(text)
        )
        return tuple(attribution for part in found for attribution in part)

    def find_realis(self, text: str, nuggets: Sequence[Extent]) -> tuple[Realis, ...]:
        """Whether each event, given by the words that name it, is told as having happened."""
        _check_nuggets(text, nuggets)
        judged: dict[Extent, Realis] = {}
        for segment, memory in self._read_plain(text):
            inside = {n: run for n in nuggets if (run := run_of(segment.tokens, n.start, n.end))}
            judged |= zip(inside, judge_events(memory, self.network, list(inside.values())), strict=True)
        return tuple(judged[nugget] for nugget in nuggets)

    def _writer(self, text: Text, told: Sequence[Passage], cast: Cast) -> Writer:
        own_role = own_role_of(text)
        speakers = Speakers(cast, publisher=publisher_of(text, own_role))
        network = self.network
        engine = Engine(self.name, self.version, network.codes, network.calibration)
        return Writer(text, told, speakers, engine)

    def _read_plain(self, plain: str) -> Iterator[tuple[Segment, Memory]]:
        if not plain.strip():
            return
        text = TextReader().read(plain.encode(), Metadata()).text
        passages = find_passages(text)
        told = leave_headings(passages)
        yield from self._read(text.clean, passages, self._rules.extract_from(text, told, find_cast(told)))

    def _read(
        self, text: str, passages: Sequence[Passage], ruled: Sequence[Claim]
    ) -> Iterator[tuple[Segment, Memory]]:
        tokens = read_tokens(text, self.network.tokenizer)
        features = stack_features(tokens, find_hints(passages, ruled, tokens))
        for segment in cut_segments(tokens, features):
            yield segment, self.network.read(segment.tokens.ids, segment.features)


def _check_nuggets(text: str, nuggets: Sequence[Extent]) -> None:
    for nugget in nuggets:
        if not text[nugget.start : nugget.end].strip():
            raise InputError(
                f"no words at {nugget.start}-{nugget.end} of the text", cure="give places of words"
            )


def _inform(nearby: Nearby, cast: Cast, tokens: Tokens) -> Informant:
    """What rules find in some tokens and around them, and who is named there."""
    ruled = nearby.find_ruled(tokens)
    candidates = find_candidates(nearby.find_passages(tokens), cast, ruled, tokens)
    return Informant(Votes(ruled, tokens), candidates)


def _allowed(tokens: Tokens, passages: Sequence[Passage]) -> NDArray[np.bool_]:
    """Which tokens stand in one of the passages, but never those of headings or boilerplate."""
    told = [passage.sentence for passage in leave_headings(passages)]
    starts = [0, *(sentence.start for sentence in told)]
    ends = np.asarray([0, *(sentence.end for sentence in told)])
    return np.asarray(tokens.starts < ends[np.searchsorted(starts, tokens.starts, side="right") - 1])
