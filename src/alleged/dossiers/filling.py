"""What fills the cells of a codebook: views of the claims of an incident, each value with who says it.

A denial fills nothing; it stands beside what it denies.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from alleged.dossiers.countries import name_country
from alleged.dossiers.victims import find_whereabouts
from alleged.dossiers.voices import JOINER
from alleged.dossiers.wording import UNHAPPENED, is_named, tell_duration, tell_source
from alleged.model.edtf import Form, find_edtf
from alleged.model.vocabulary import Act, Basis, Kind, Stance
from alleged.resolve.quantities import Measure, find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from alleged.dossiers.overview import Overview
    from alleged.dossiers.victims import Whereabouts
    from alleged.knowledge.known import Knowledge
    from alleged.model.claim import Claim
    from alleged.model.decision import Decision

    Fill: TypeAlias = "Callable[[Claim, Material], Iterable[str]]"

_STRIKING = frozenset({Kind.OPERATION, Kind.IMPACT})
_TELLING = frozenset({Kind.OPERATION, Kind.IMPACT, Kind.ATTRIBUTION})
_BACKING = frozenset({Act.WORKS_FOR, Act.SPONSORED_BY, Act.FRONT_FOR, Act.LINKED_TO})
_UNTOLD = frozenset({Stance.DENIES, Stance.DECLINES})


@dataclass(frozen=True)
class Material:
    """What the claims of an incident are read with; the lists are asked once for each name."""

    overview: Overview
    knowledge: Knowledge
    decisions: Sequence[Decision]
    _known: dict[str, Whereabouts] = field(default_factory=dict)

    def locate(self, name: str) -> Whereabouts:
        """The country and the sectors of a name."""
        if name not in self._known:
            self._known[name] = find_whereabouts(name, self.knowledge, self.decisions)
        return self._known[name]

    def countries(self, names: Iterable[str]) -> Iterator[str]:
        """The countries of these names, where one is known."""
        for name in names:
            code = self.locate(name).country
            if code:
                yield name_country(code)


def fills(claim: Claim) -> bool:
    """Whether a claim fills cells: it says that something is so, and that it happened."""
    return claim.stance not in _UNTOLD and claim.realis not in UNHAPPENED


def _names(claim: Claim, side: str) -> Iterator[str]:
    mentions = claim.actors if side == "actors" else claim.targets
    return (mention.name for mention in mentions)


def _find_start(claim: Claim, _: Material) -> Iterator[str]:
    period = find_edtf(claim.event_time.edtf) if claim.kind in _TELLING else None
    if period and period.form in {Form.DATE, Form.INTERVAL} and period.dates[0]:
        yield f"{period.dates[0].words}{period.dates[0].mark}"


def _find_end(claim: Claim, _: Material) -> Iterator[str]:
    period = find_edtf(claim.event_time.edtf) if claim.kind in _TELLING else None
    if period and period.form is Form.INTERVAL and period.dates[-1]:
        yield f"{period.dates[-1].words}{period.dates[-1].mark}"


def _find_when(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind in _TELLING and claim.event_time.edtf:
        yield claim.event_time.edtf


def _find_length(claim: Claim, _: Material) -> Iterator[str]:
    if claim.event_time.minimum:
        yield f"at least {tell_duration(claim.event_time.minimum)}"


def _find_targets(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind in _STRIKING:
        yield from _names(claim, "targets")


def _find_target_countries(claim: Claim, material: Material) -> Iterator[str]:
    yield from material.countries(_find_targets(claim, material))


def _find_target_sectors(claim: Claim, material: Material) -> Iterator[str]:
    for name in _find_targets(claim, material):
        yield from material.locate(name).sectors


def _find_actors(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.OPERATION:
        yield from _names(claim, "actors")


def _find_actor_countries(claim: Claim, material: Material) -> Iterator[str]:
    find = _find_sponsors if claim.kind is Kind.ATTRIBUTION else _find_actors
    yield from material.countries(find(claim, material))


def _find_sponsors(claim: Claim, _: Material) -> Iterator[str]:
    if claim.act in _BACKING:
        yield from _names(claim, "targets")


def _find_acts(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.OPERATION:
        yield claim.act.value


def _find_attribution_acts(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.ATTRIBUTION:
        yield claim.act.value


def _attributes(claim: Claim) -> bool:
    """Whether somebody who is not the document itself says who did it."""
    says_who = claim.kind is Kind.ATTRIBUTION or (claim.kind is Kind.OPERATION and bool(claim.actors))
    return (says_who or claim.act is Act.ATTRIBUTE) and claim.speaker.basis is not Basis.NARRATOR


def _find_attributing(claim: Claim, _: Material) -> Iterator[str]:
    if _attributes(claim) and is_named(claim.speaker) and claim.speaker.name:
        yield from claim.speaker.name.split(JOINER)


def _find_attributing_countries(claim: Claim, material: Material) -> Iterator[str]:
    behalf = claim.speaker.on_behalf_of
    named = [behalf] if behalf and _attributes(claim) else _find_attributing(claim, material)
    yield from material.countries(named)


def _find_attribution_roles(claim: Claim, _: Material) -> Iterator[str]:
    if _attributes(claim) and is_named(claim.speaker):
        yield claim.speaker.role.value


def _find_attribution_dates(claim: Claim, material: Material) -> Iterator[str]:
    if _attributes(claim):
        yield from filter(None, (claim.said_time.edtf or material.overview.published(claim),))


def _find_responses(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.RESPONSE:
        yield claim.act.value


def _find_response_dates(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.RESPONSE and claim.event_time.edtf:
        yield claim.event_time.edtf


def _find_responders(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.RESPONSE:
        yield from _names(claim, "actors")


def _find_response_countries(claim: Claim, material: Material) -> Iterator[str]:
    yield from material.countries(_find_responders(claim, material))


def _find_amounts(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind in _TELLING:
        found = find_quantities(claim.content.exact)
        yield from (quantity.words for quantity in found if quantity.measure is not Measure.DURATION)


def _find_motives(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.MOTIVE:
        yield claim.content.exact


def _find_effects(claim: Claim, _: Material) -> Iterator[str]:
    if claim.kind is Kind.IMPACT:
        yield claim.content.exact


def _find_sources(claim: Claim, material: Material) -> Iterator[str]:
    yield tell_source(material.overview.provenance[claim.text])


def _find_addresses(claim: Claim, material: Material) -> Iterator[str]:
    provenance = material.overview.provenance[claim.text]
    yield provenance.text.document.metadata.url or tell_source(provenance)


UNDISPUTED = frozenset(
    {
        *("attributing-speakers", "attributing-countries", "attribution-roles", "attribution-dates"),
        *("sources", "addresses"),
    }
)
"""What nobody denies who denies what a claim says: who said it, when and where."""

FILLS: Mapping[str, Fill] = {
    "start": _find_start,
    "end": _find_end,
    "when": _find_when,
    "length": _find_length,
    "targets": _find_targets,
    "target-countries": _find_target_countries,
    "target-sectors": _find_target_sectors,
    "actors": _find_actors,
    "actor-countries": _find_actor_countries,
    "sponsors": _find_sponsors,
    "acts": _find_acts,
    "attribution-acts": _find_attribution_acts,
    "attributing-speakers": _find_attributing,
    "attributing-countries": _find_attributing_countries,
    "attribution-roles": _find_attribution_roles,
    "attribution-dates": _find_attribution_dates,
    "responses": _find_responses,
    "response-dates": _find_response_dates,
    "responders": _find_responders,
    "response-countries": _find_response_countries,
    "amounts": _find_amounts,
    "motives": _find_motives,
    "effects": _find_effects,
    "sources": _find_sources,
    "addresses": _find_addresses,
}
"""What a variable can be filled with, by the name that a codebook uses."""
