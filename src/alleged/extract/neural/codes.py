"""From probabilities to the codes of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alleged.model.vocabulary import Act, Role, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    Codes = Mapping[str, Mapping[str, float]]
    """For each code its values with their probabilities."""

LEAST_FLAT = 0.84
"""Probability from which a claim is told flatly; below it the likeliest other stance holds: to tell flatly
what is only alleged is the error that misleads most."""
HEDGED_FLAT = 0.9
"""The same where words of the claim weaken it."""
LEAST_SPOKEN = 0.5
FLAT = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
"""Stances that tell a claim as it stands."""


def choose_act(codes: Codes) -> Act:
    """The act that is likeliest together with its kind."""
    kinds = codes["kind"]
    return max(map(Act, codes["act"]), key=lambda act: codes["act"][act] * kinds[act.kind])


def choose_stance(codes: Codes, least_flat: float = LEAST_FLAT) -> Stance:
    """The likeliest stance; a doubtful claim is not told as a fact, since that error misleads most."""
    stances = {Stance(name): probability for name, probability in codes["stance"].items()}
    flat = sum(probability for stance, probability in stances.items() if stance in FLAT)
    is_flat = flat >= least_flat
    fitting = [stance for stance in stances if (stance in FLAT) == is_flat]
    return max(fitting, key=lambda stance: stances[stance])


def choose_role(codes: Codes) -> Role:
    """The likeliest role of who speaks."""
    roles = codes["speaker_role"]
    return Role(max(roles, key=lambda name: roles[name]))


def is_spoken(codes: Codes) -> bool:
    """Whether somebody other than the document speaks."""
    return codes["voice"]["named"] >= LEAST_SPOKEN
