"""From frames to claims: exact words by the network, names by the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alleged.extract.neural.engine import NeuralExtractor
from alleged.model.vocabulary import Act, Basis, Kind, Realis, Role, Stance
from tests.unit.extract.neural.networks import ScriptedNetwork, Told
from tests.unit.extract.reading import contents, names, read

if TYPE_CHECKING:
    from alleged.model.claim import Claim

OWN = {"voice": "own", "speaker_role": "media"}
REPORT = "Riga said on Monday that Russian hackers allegedly stole data from the bank, the old one."
STOLEN = "Russian hackers allegedly stole data from the bank"


def claims(words: str, *told: Told, realis: Realis = Realis.ACTUAL, **known: str) -> tuple[Claim, ...]:
    text = read(words, **known)
    happened = {told[0].anchor: realis} if told else {}
    return NeuralExtractor(ScriptedNetwork(text.clean, *told, realis=happened)).extract(text)


def claim(words: str, told: Told, realis: Realis = Realis.ACTUAL) -> Claim:
    (found,) = claims(words, told, realis=realis)
    return found


def said(content: str, **roles: str) -> Told:
    """Told at the first word of a content; codes of the usual sort."""
    return Told(
        content.split(maxsplit=1)[0],
        {"content": [content], **{role: [words] for role, words in roles.items()}},
    )


def test_a_claim_has_the_exact_words_and_codes_of_its_frame() -> None:
    told = Told(
        "Russian",
        {
            "content": [f"{STOLEN},"],
            "speaker": ["Riga"],
            "cue": ["said"],
            "hedge": ["allegedly"],
            "actor": ["Russian hackers"],
            "target": ["the bank"],
        },
        {"stance": "alleges", "act": "data-theft"},
    )
    found = claim(REPORT, told, Realis.OTHER)
    assert found.content.exact == STOLEN
    assert found.quote.exact == f"Riga said on Monday that {STOLEN}"
    assert [span.exact for span in (*found.cues, *found.hedges)] == ["said", "allegedly"]
    assert (found.stance, found.act, found.realis) == (Stance.ALLEGES, Act.DATA_THEFT, Realis.OTHER)
    speaker = found.speaker
    assert (speaker.name, speaker.role, speaker.basis) == ("Latvia", Role.GOVERNMENT, Basis.EXPLICIT)
    assert speaker.span is not None
    assert speaker.span.exact == "Riga"
    assert names(found.actors) == ["Russian hackers"]
    assert names(found.targets) == ["bank"]
    assert found.said_time.words is not None
    assert (found.extractor, found.extractor_version) == (NeuralExtractor.name, NeuralExtractor.version)
    assert found.confidence is not None
    assert 0.5 < found.confidence < 0.9


def test_names_are_those_of_the_lexicon_each_once() -> None:
    words = "Men of Beijing and of China, all of them old, painted “the bank” and a mill."
    told = Told(
        "Men",
        {"content": ["Men of Beijing"], "actor": ["Beijing", "China"], "target": ["“the bank”"]},
        OWN,
    )
    found = claim(words, told)
    assert names(found.actors) == ["China"]
    assert names(found.targets) == ["bank"]
    assert [mention.span.exact for mention in found.targets if mention.span] == ["the bank"]


def test_marks_alone_name_nobody() -> None:
    told = Told("Hackers", {"content": ["Hackers stole"], "actor": ["“"], "target": [","]}, OWN)
    found = claim("Hackers stole it, “as always”.", told)
    assert found.actors == found.targets == ()
    spoken = claim("Hackers stole it, “as always”.", said("Hackers stole", speaker=", “"))
    assert (spoken.speaker.basis, spoken.speaker.name) == (Basis.NARRATOR, None)


def test_a_pronoun_is_who_spoke_before_or_whom_the_network_points_at() -> None:
    words = "Lena Berg met Oslo. Later she said that hackers stole data."
    pointed = claim(words, said("hackers stole data", speaker="she", cue="said", name="Lena Berg"))
    assert (pointed.speaker.name, pointed.speaker.basis) == ("Lena Berg", Basis.INHERITED)
    assert pointed.quote.exact == "she said that hackers stole data"
    nobody = claim(words, said("hackers stole data", speaker="she", cue="said"))
    assert (nobody.speaker.name, nobody.speaker.basis) == (None, Basis.NARRATOR)


def test_who_spoke_is_remembered_for_the_next_claim() -> None:
    words = "Lena Berg said that Iran hacked Oslo. She added that hackers stole data."
    first = said("Iran hacked Oslo", speaker="Lena Berg", cue="said")
    second = said("hackers stole data", speaker="She", cue="added")
    assert [c.speaker.name for c in claims(words, first, second)] == ["Lena Berg", "Lena Berg"]


def test_of_two_speakers_the_one_with_more_words_speaks() -> None:
    told = Told("hackers", {"content": ["hackers stole data"], "speaker": ["Oslo", "Lena Berg"]})
    assert claim("Oslo: Lena Berg said that hackers stole data.", told).speaker.name == "Lena Berg"


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("Iran is believed to have hacked the bank.", Basis.PASSIVE),
        ("Iran hacked the bank of Riga.", Basis.NARRATOR),
        ("Iran may have hacked the bank.", Basis.NARRATOR),
    ],
)
def test_the_documents_own_voice_and_an_unnamed_one_are_told_apart(words: str, basis: Basis) -> None:
    found = claim(words, Told("Iran", {"content": [words]}, OWN))
    assert (found.speaker.basis, found.speaker.name, found.cues) == (basis, None, ())


def test_a_remark_is_no_event_that_happened_or_not() -> None:
    told = Told("We", {"content": ["We are sad"]}, {"kind": "comment", "act": "comment"})
    found = claim("We are sad, said Lena Berg.", told)
    assert (found.kind, found.realis) == (Kind.COMMENT, None)


@pytest.mark.parametrize("content", ["”", ". ", "It"])
def test_marks_or_a_letter_or_two_are_no_claim(content: str) -> None:
    words = "“It is so.” Iran hacked the bank."
    assert claims(words, Told(content.strip(), {"content": [content.strip()]})) == ()


def test_a_content_ends_with_its_paragraph() -> None:
    words = "Iran hacked the old bank. It stole data.\n\nThe choir sang in the rain until late."
    found = claim(words, said("It stole data.\n\nThe choir sang"))
    assert found.content.exact == "It stole data"
    found = claim(words, said("Iran hacked the old bank. It stole"))
    assert found.content.exact == "Iran hacked the old bank. It stole"


def test_a_cue_in_another_sentence_does_not_stretch_the_quote() -> None:
    words = "Lena Berg spoke. Iran hacked the bank. Nobody else said so."
    found = claim(words, said("Iran hacked the bank", speaker="Lena Berg", cue="spoke"))
    assert (found.quote, found.cues) == (found.content, ())
    assert found.speaker.name == "Lena Berg"


def test_nothing_is_taken_from_a_headline() -> None:
    words = "# Iran hacked the old bank\n\nRiga said so on Monday, at noon."
    assert claims(words, said("Iran hacked the old bank")) == ()


def test_claims_come_in_reading_order() -> None:
    words = "Iran hacked the bank. Iran stole data from it."
    late, early = said("stole data"), said("Iran hacked the bank")
    assert contents(claims(words, late, early)) == ["Iran hacked the bank", "stole data"]


def test_a_denial_of_the_accusations_is_read_as_the_rules_read_it() -> None:
    text = "US officials said Chinese hackers spied on shipyards. Beijing denied the accusation."
    told = Told(
        "the",
        {"content": ["the accusation"], "speaker": ["Beijing"], "cue": ["denied"], "actor": ["shipyards"]},
        {"stance": "denies", "act": "phishing", "speaker_role": "accused"},
    )
    (found,) = claims(text, told)
    assert (found.stance, found.act) == (Stance.DENIES, Act.COMMENT)
    assert names(found.actors) == []


def test_somebody_speaks_who_is_surely_meant_though_named_elsewhere() -> None:
    words = "Lisa Monaco came to Riga. The report was long. She said the bank was robbed."
    told = Told(
        "the bank was",
        {"content": ["the bank was robbed"], "speaker": ["She"], "cue": ["said"]},
        meant={"name": ["Lisa Monaco"]},
    )
    speaker = claim(words, told).speaker
    assert (speaker.name, speaker.basis) == ("Lisa Monaco", Basis.INHERITED)
    assert speaker.span is not None
    assert speaker.span.exact == "She"


def test_a_name_in_the_speakers_words_is_explicit() -> None:
    words = "The lawyer Lisa Monaco said the bank was robbed."
    told = Told(
        "the bank was",
        {"content": ["the bank was robbed"], "speaker": ["The lawyer Lisa Monaco"], "cue": ["said"]},
        meant={"name": ["Lisa Monaco"]},
    )
    speaker = claim(words, told).speaker
    assert (speaker.name, speaker.basis) == ("Lisa Monaco", Basis.EXPLICIT)


@pytest.mark.parametrize(
    ("speaker", "surely", "name"),
    [
        ("The company", 0.4, "Northwind"),
        ("The company", 0.1, "company"),
        ("Contoso", 0.4, "Contoso"),
    ],
)
def test_a_description_gives_way_to_a_name_sooner_than_a_name_does(
    speaker: str, surely: float, name: str
) -> None:
    words = f"The bakers of Northwind were old. The report was long. {speaker} said the bank was robbed."
    told = Told(
        "the bank was",
        {"content": ["the bank was robbed"], "speaker": [speaker], "cue": ["said"]},
        meant={"name": ["Northwind"]},
        surely=surely,
    )
    assert claim(words, told).speaker.name == name
