"""Generated reporting: sentences with and without sense, of words that the lexicon knows and odd ones."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.strategies.documents import ODD

NAMES = (
    *("China", "Beijing", "the U.S.", "APT31", "the FBI and CISA", "Anna Holt", "Holt", "the NSA (NSA)"),
    *("It", "he", "the ministry", "its embassy", "the bank", "hackers", "two Chinese hackers", "a source"),
    *("we", "The Record"),
)
CUES = (
    *("said", "said that", "told Reuters that", "accused", "was accused by", "denied", "did not confirm"),
    *("charged", "according to", "declined to comment on", "the allegation that", "added"),
    "called the claims baseless",
)
DEEDS = (
    *("hacked", "stole data from", "is linked to", "broke into", "was not hacked by", "sanctioned"),
    "also known as",
)
HEDGES = (
    *("allegedly", "reportedly", "may have", "with high confidence", "likely", "no evidence that"),
    "cannot say",
)
TIMES = (
    *("on Monday", "in May 2021", "since at least 2011", "for over a decade", "in 2020"),
    "on 31 February 2020",
)
JOINTS = (
    *(",", ";", ":", "and", "which", "who", "while", "–", "in order to", "by", "of", "with", "for", "'s"),
    *("not", "..."),
)
MARKS = ("“", "”", '"', "‘", "’", "'", "«", "»", "(", ")", "[", "]", "*", "“‘", "’”", "!", "?")

WORDS = st.sampled_from((*NAMES, *CUES, *DEEDS, *HEDGES, *TIMES, *JOINTS, *MARKS))
ANYTHING = WORDS | st.sampled_from(ODD) | st.text(st.characters(codec="utf-8"), min_size=1, max_size=4)
STOPS = st.sampled_from((".", ".”", ",”", "?", ":", "", "…", ".\u00a0"))
BREAKS = st.sampled_from(
    ("\n\n", "\n\n", "\r\n\r\n", "\n- ", "\n\n* ", "\n", "\n\n# ", "\n\n“", "\n\nTrending\n\n")
)

PROSE = st.builds(
    lambda who, cue, whom, deed, object_: f"{who} {cue} {whom} {deed} {object_}".strip(),
    st.sampled_from(NAMES),
    st.sampled_from(CUES),
    st.sampled_from(NAMES),
    st.sampled_from(DEEDS),
    st.sampled_from(NAMES),
)
"""Sentences that mostly make sense, without their stops."""

MUDDLES = st.lists(ANYTHING, min_size=1, max_size=14).map(" ".join)
SENTENCES = st.builds(lambda words, stop: words[:1].upper() + words[1:] + stop, PROSE | MUDDLES, STOPS)


@st.composite
def stories(draw: st.DrawFn) -> str:
    """Paragraphs, lists, headings and what stands around them, all mixed up."""
    sentences = draw(st.lists(SENTENCES, min_size=1, max_size=5))
    joined = "".join(sentence + draw(st.sampled_from((" ", " ", " ")) | BREAKS) for sentence in sentences)
    return joined.replace("\0", "")
