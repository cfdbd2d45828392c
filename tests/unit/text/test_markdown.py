from __future__ import annotations

from alleged.model.document import Metadata
from alleged.model.vocabulary import MediaType, Part, Reason
from alleged.text.markdown import MarkdownReader, read_markdown

PAGE = """\
# China *denies* it

Beijing, 26 March 2024

**China denied** the [accusation](https://a.example/x) on Tuesday. It called
it slander.

> “It is false,” the embassy said.
> “All of it.”

Two demands
-----------

1. stop the `attacks`
2. [ ] stop the sanctions

| who | what |
|-----|------|
| OFAC | sanctions |

```
curl http://a.example
```

<!-- not shown
at all -->

***

[1]: https://a.example
"""


def blocks_of(text: str) -> list[tuple[str, Part, str | None]]:
    draft = read_markdown(text)
    return [(draft.clean[b.start : b.end], b.part, b.why) for b in draft.blocks]


def test_words_without_marks_in_blocks() -> None:
    assert blocks_of(PAGE) == [
        ("China denies it", Part.HEADING, None),
        ("Beijing, 26 March 2024", Part.HEADING, None),
        ("China denied the accusation on Tuesday. It called it slander.", Part.BODY, None),
        ("“It is false,” the embassy said.", Part.BODY, None),
        ("“All of it.”", Part.BODY, None),
        ("Two demands", Part.HEADING, None),
        ("stop the attacks", Part.ITEM, None),
        ("stop the sanctions", Part.ITEM, None),
        ("who", Part.ITEM, None),
        ("what", Part.ITEM, None),
        ("OFAC", Part.ITEM, None),
        ("sanctions", Part.ITEM, None),
        ("curl http://a.example", Part.BODY, "code"),
    ]


def test_every_kept_character_knows_its_place() -> None:
    draft = read_markdown(PAGE)
    assert len(draft.runs) > 10
    for run in draft.runs:
        length = run.end - run.start
        assert draft.clean[run.start : run.end] == PAGE[run.place.offset : run.place.offset + length]


def test_reading_gives_title_date_and_sentences() -> None:
    reading = MarkdownReader().read(PAGE.encode(), Metadata())
    metadata = reading.text.document.metadata
    assert (metadata.title, metadata.published) == ("China denies it", "2024-03-26")
    assert reading.text.document.media_type is MediaType.MARKDOWN
    assert [b.why for b in reading.text.boilerplate] == ["metadata", "code"]
    words = [reading.text.clean[s.start : s.end] for s in reading.text.sentences]
    assert "It called it slander." in words


def test_front_matter_is_metadata_and_no_text() -> None:
    matter = '---\ntitle: "A title"\nauthor: Jane Doe\nsite: Example\ndate: 2024-03-26\nlang: en\n---\n\n'
    draft = read_markdown("\ufeff" + matter + "China denied it.")
    assert draft.clean == "China denied it."
    assert draft.metadata == Metadata(
        title="A title", byline="Jane Doe", publisher="Example", published="2024-03-26", language="en"
    )


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    assert read_markdown("---\n\nChina denied it.\n").clean == "China denied it."


def test_lines_that_are_sentences_stay_apart() -> None:
    text = "### Introduction\nThe group was found in 2015 by us.\nIt is gone now."
    assert [words for words, _, _ in blocks_of(text)] == [
        "Introduction",
        "The group was found in 2015 by us.",
        "It is gone now.",
    ]


def test_a_picture_over_two_lines_goes() -> None:
    assert blocks_of("![A chart,\nmade by us](x.png) China denied it.")[0][0].strip() == "China denied it."


def test_a_guessed_encoding_is_owned_up_to() -> None:
    data = "# Überblick\n\nDie Behörde erklärte, sie prüfe die Vorwürfe gegen Österreich.".encode("cp1252")
    assert MarkdownReader().read(data, Metadata()).shortcomings == (Reason.GUESSED_ENCODING,)
