"""How fast an article is shown that is far longer than any real one.

    python benchmarks/article.py [--claims N] [--characters N] [--rounds N] [--json]

One document is made with so many claims, among them some inside of others and some that overlap. Median CPU
milliseconds of so many rounds:

- `annotate_ms`: cutting the text into runs, each of which knows its claims
- `page_ms`: the whole page, from asking the ledger to the last byte of HTML
- `first_page_ms`: the same when it is asked for first, with what is kept from then on
- `page_kilobytes`, `runs`: how large it is, and into how many pieces the words are cut
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import closing
from itertools import cycle
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(
    0, str(Path(__file__).resolve().parents[1])
)  # a script sees its own folder, not the one above

from alleged.dossiers.annotated import annotate
from alleged.ledger import open_ledger
from alleged.ledger.interface import Entry
from alleged.model.claim import Claim, Speaker
from alleged.model.document import Document, Input, Metadata, Place, Run, Sentence, Text
from alleged.model.ids import document_id
from alleged.model.span import span_at
from alleged.model.vocabulary import Act, Basis, MediaType, Part, Reason, Role, Stance
from alleged.server.asking import Asked
from alleged.server.desk import Desk
from alleged.server.rendering import render
from alleged.server.screens.article import show_article
from benchmarks.printing import print_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SENTENCE = (
    "Officials of port {number} said that hackers allegedly stole the mail of {number} ships in the spring. "
)
FILLER = "The gulls of the mole took no notice of it and went on as they had for many years before. "
QUOTED = ("Officials", "said that hackers allegedly stole the mail", "stole the mail of")
"""Words with which claims of one sentence begin: the second lies in the first, the third in both."""
PARAGRAPH = 4


def main(arguments: Sequence[str]) -> int:
    options = _parse(arguments)
    text = make_text(options.characters, options.claims)
    claims = tuple(make_claims(text, options.claims))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.db"
        with closing(open_ledger(path, create=True)) as ledger:
            ledger.append(make_entry(text, claims))
        figures = measure(path, (text, claims), options.rounds)
    print_figures(figures, as_json=options.json, digits=1)
    return 0


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast a long article is shown.")
    parser.add_argument("--claims", type=int, default=1000)
    parser.add_argument("--characters", type=int, default=300_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def make_text(characters: int, claims: int) -> Text:
    """A text of about so many characters with sentences for so many claims, evenly spread."""
    sentences = list(_make_sentences(characters, -(-claims // len(QUOTED))))
    clean = "".join(sentences)
    data = clean.encode()
    document = Document(document_id(data), MediaType.TEXT, Metadata("A long report", "Harbour Times"))
    runs = (Run(0, len(clean), Place(0, 0)),)
    return Text(document, "bench", "1", clean, runs, sentences=tuple(_place(sentences)))


def _make_sentences(characters: int, telling: int) -> Iterator[str]:
    told = [SENTENCE.format(number=number) for number in range(telling)]
    fillers = -(-max(0, characters - sum(map(len, told))) // len(FILLER))
    between = -(-fillers // max(1, telling))
    for sentence in told:
        yield sentence
        yield from [FILLER] * between


def _place(sentences: Sequence[str]) -> Iterator[Sentence]:
    start = 0
    for number, sentence in enumerate(sentences):
        yield Sentence(start, start + len(sentence) - 1, number // PARAGRAPH, Part.BODY)
        start += len(sentence)


def make_claims(text: Text, count: int) -> Iterator[Claim]:
    """So many claims, the first of its words each, in order of place."""
    position, stances = 0, cycle(Stance)
    for number in range(count):
        begin = QUOTED[number % len(QUOTED)]
        position = text.clean.index(begin, position)
        yield _make_claim(text, position, next(stances))


def _make_claim(text: Text, start: int, stance: Stance) -> Claim:
    """A claim from there to the end of its sentence; every other one stops before that, and overlaps."""
    end = text.clean.index(".", start) - (20 if stance is Stance.ALLEGES else 0)
    quote = span_at(text.clean, start, end)
    hedge = text.clean.find("allegedly", start, end)
    hedges = (span_at(text.clean, hedge, hedge + len("allegedly")),) if hedge >= 0 else ()
    said = span_at(text.clean, start, start + len(QUOTED[0]))
    speaker = Speaker(Role.OTHER, Basis.EXPLICIT, "port officials", said)
    codes = (stance, Act.DATA_THEFT, "bench", "1")
    return Claim(text.document.id, text.id, quote, quote, speaker, *codes, hedges=hedges)


def make_entry(text: Text, claims: tuple[Claim, ...]) -> Entry:
    """The document as a ledger takes it."""
    reason, document = Reason.READ, text.document.id
    at = "2024-03-26T08:00:00+00:00"
    attempt = Input("long.txt", reason.status, reason, "append", at, "", document, text.id, len(claims))
    return Entry(attempt, text.clean.encode(), text, "bench", "1", claims, ())


def measure(path: Path, made: tuple[Text, tuple[Claim, ...]], rounds: int) -> dict[str, float | int]:
    """What it takes to cut the text, and to show the article."""
    text, claims = made
    desk = Desk.open(path, None)
    asked = Asked(f"/article/{text.document.id}", {"document": text.document.id}, ())

    def show() -> int:
        return len(render(show_article(desk, asked), desk, asked).body)

    with closing(desk.ledger):
        first = _time(show)
        return {
            "characters": len(text.clean),
            "claims": len(claims),
            "runs": sum(len(part.runs) for part in annotate(text, claims)),
            "annotate_ms": median(_time(lambda: annotate(text, claims)) for _ in range(rounds)),
            "page_ms": median(_time(show) for _ in range(rounds)),
            "first_page_ms": first,
            "page_kilobytes": show() // 1000,
        }


def _time(act: Callable[[], object]) -> float:
    """CPU milliseconds."""
    begin = time.process_time()
    act()
    return (time.process_time() - begin) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
