from pathlib import Path

from alleged.extract.neural.network import ATTRIBUTION, CLAIM
from tests.unit.training import corpus
from training.corpora import Frame, Row, Sample, read_casie, read_claims, read_polnear
from training.standoff import Row as Annotation


def words_of(sample: Sample, run: tuple[int, int]) -> str:
    return sample.text[sample.tokens.starts[run[0]] : sample.tokens.ends[run[1] - 1]]


def roles_of(sample: Sample, frame: Frame) -> dict[str, list[str]]:
    return {role: [words_of(sample, run) for run in runs] for role, runs in frame.runs.items()}


def read_claim(folder: Path, row: Annotation, text: str = corpus.CLAIMED) -> Sample:
    claims = corpus.write_lines(folder / "press-3.jsonl", [row]).parent
    (folder / "press-3.txt").write_text(text, "utf-8")
    (sample,) = read_claims(folder, claims, corpus.NAMES, corpus.word_tokenizer())
    return sample


def read_one(path: Path, row: Row) -> Path:
    return corpus.write_lines(path, [row])


def test_an_attribution_is_a_frame_around_its_cue(tmp_path: Path) -> None:
    path = read_one(tmp_path / "train.jsonl.gz", corpus.polnear())
    (sample,) = read_polnear(path, corpus.word_tokenizer())
    (frame,) = sample.frames
    assert (frame.kind, words_of(sample, frame.anchor), frame.codes) == (ATTRIBUTION, "said", {})
    assert roles_of(sample, frame) == {
        "speaker": ["Mira Lund"],
        "cue": ["said"],
        "content": ["the council had lost the keys"],
    }


def test_a_nugget_without_realis_is_left_out(tmp_path: Path) -> None:
    path = read_one(tmp_path / "train.jsonl", corpus.casie())
    (sample,) = read_casie(path, corpus.word_tokenizer())
    told = [(words_of(sample, run), realis) for run, realis in sample.events]
    assert told == [("attacked", 0), ("attack again", 1)]


def test_a_claim_is_a_frame_around_the_first_word_of_its_content(tmp_path: Path) -> None:
    sample = read_claim(tmp_path, corpus.CLAIM)
    (frame,) = sample.frames
    assert (frame.kind, words_of(sample, frame.anchor)) == (CLAIM, "Grey")
    assert roles_of(sample, frame) == {
        "content": ["Grey Heron had robbed the Ostby council"],
        "speaker": ["Mira Lund"],
        "cue": ["said"],
        "hedge": ["reportedly"],
        "actor": ["Grey Heron"],
        "target": ["Ostby council"],
        "name": ["Mira Lund"],
    }
    assert frame.codes == {
        "stance": "asserts",
        "kind": "operation",
        "act": "data-theft",
        "speaker_role": "official",
        "voice": "named",
    }


def test_a_claim_in_the_articles_own_voice_has_no_name(tmp_path: Path) -> None:
    own = {**corpus.CLAIM, "speaker": None, "speaker_name": "Ostby Gazette"}
    (frame,) = read_claim(tmp_path, own).frames
    assert frame.codes["voice"] == "own"
    assert frame.runs["speaker"] == []
    assert "name" not in frame.runs


def test_a_name_is_found_by_another_of_its_forms(tmp_path: Path) -> None:
    text = corpus.CLAIMED.replace("the Ostby council", "the council")
    row = {
        **corpus.CLAIM,
        "quote": "Grey Heron had robbed the council",
        "content": "had robbed the council",
        "actor": ["The Grey Heron"],
    }
    sample = read_claim(tmp_path, row, text)
    roles = roles_of(sample, sample.frames[0])
    assert roles["target"] == ["the council"]
    assert roles["actor"] == ["Grey Heron"]
    assert roles["speaker"] == ["Mira Lund"], "the nearest before the quote"


def test_a_claim_whose_words_are_not_in_the_text_is_left_out(tmp_path: Path) -> None:
    sample = read_claim(tmp_path, {**corpus.CLAIM, "quote": "never said"})
    assert sample.frames == ()
    assert len(sample.rows) == 1


def test_features_stand_beside_the_tokens(tmp_path: Path) -> None:
    sample = read_claim(tmp_path, corpus.CLAIM)
    assert len(sample.features) == len(sample.tokens)
    hedge = int(sample.frames[0].runs["hedge"][0][0])
    cases, quotes, lines, acts, cues, hedges, *_ = sample.features[hedge].tolist()
    assert hedges > 0
    assert (cases, quotes, lines, acts, cues) == (0, 0, 0, 0, 0)
