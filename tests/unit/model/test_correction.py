from __future__ import annotations

import pytest

from alleged.errors import LedgerError
from alleged.model.correction import Field, correct, find_corrected, tell_field
from alleged.model.span import check_anchor
from alleged.model.vocabulary import Act, Basis, Kind, Role, Stance
from tests.unit.model.samples import REPORT, accusation, link, make_text

TEXT = make_text()


def test_a_corrected_claim_keeps_its_id_and_knows_what_was_read() -> None:
    claim = accusation(TEXT)
    once = correct(claim, Field.STANCE, ["asserts"])
    twice = correct(once, Field.ACT, ["works-for"])
    assert (twice.stance, twice.act, twice.kind) == (Stance.ASSERTS, Act.WORKS_FOR, Kind.ATTRIBUTION)
    assert twice.id == once.id == claim.id
    assert twice.original == claim
    assert find_corrected(twice) == (Field.STANCE, Field.ACT)
    assert find_corrected(claim) == ()


def test_a_correction_to_what_was_read_corrects_nothing() -> None:
    claim = link(TEXT)
    for field in (Field.STANCE, Field.HEDGE, Field.ACT, Field.ACTOR, Field.TARGET, Field.TIME):
        same = correct(claim, field, tell_field(claim, field))
        assert (find_corrected(same), same.hedges) == ((), claim.hedges)


def test_words_of_a_correction_stand_in_the_text() -> None:
    hedged = correct(link(TEXT), Field.HEDGE, ["purportedly", "called"])
    spoken = correct(link(TEXT), Field.SPEAKER, ["GREY HERON", "accused"])
    named = correct(link(TEXT), Field.TARGET, ["Ministry of Tides", "Silver Ibis"])
    spans = (*hedged.spans(), *spoken.spans(), *named.spans())
    for span in spans:
        check_anchor(REPORT, span)
    assert hedged.hedges[0] == link(TEXT).hedges[0]
    assert (spoken.speaker.role, spoken.speaker.basis) == (Role.ACCUSED, Basis.EXPLICIT)
    assert [mention.span is None for mention in named.targets] == [False, True]


def test_a_speaker_from_elsewhere_is_of_no_known_role_and_speaks_for_nobody() -> None:
    speaker = correct(accusation(TEXT), Field.SPEAKER, ["Anna Holt"]).speaker
    assert (speaker.name, speaker.role, speaker.basis) == ("Anna Holt", Role.OTHER, Basis.INHERITED)
    assert (speaker.span, speaker.on_behalf_of) == (None, None)


@pytest.mark.parametrize(
    ("field", "values"),
    [
        (Field.STANCE, []),
        (Field.STANCE, ["alleges", "denies"]),
        (Field.ACT, ["theft"]),
        (Field.HEDGE, ["perhaps"]),
        (Field.HEDGE, [""]),
        (Field.SPEAKER, []),
        (Field.SPEAKER, [" "]),
        (Field.SPEAKER, ["A", "knight"]),
        (Field.ACTOR, [""]),
        (Field.TIME, ["2021", "2022"]),
    ],
)
def test_what_a_field_cannot_be_is_refused(field: Field, values: list[str]) -> None:
    with pytest.raises(LedgerError):
        correct(link(TEXT), field, values)
