"""No text breaks the reading: whatever stands in it, it gives claims on its own characters, or a reason."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from baygraph import pipeline
from baygraph.evidence import DocumentGraph
from baygraph.extract import claims
from baygraph.model import Document
from baygraph.pipeline import part
from baygraph.read import Failure, read_inputs
from baygraph.resources import folder

LANGUAGES = ("ru", "en", "zh")
GOLD = Path(__file__).resolve().parent.parent / "evaluation"
PIECES = {"ru": r"\s+|\b", "en": r"\s+|\b", "zh": r"(?<=[，。、；])|(?<=\w\w\w)"}


def texts(lang: str) -> list[str]:
    own = [each for each in read_inputs([folder("corpus")]) if isinstance(each, Document)]
    found = [each.text for each in own if each.lang.startswith(lang)]
    if GOLD.is_dir():
        from evaluation.gold import FOLDER, LATER, load

        found += [gold.text for gold in load(FOLDER, *LATER) if gold.lang == lang]
    return found


def sentences(text: str) -> list[str]:
    return [each for each in re.split(r"(?<=[.!?。！？])\s*", text) if each]


def disturbed(lang: str) -> Iterator[str]:
    """Texts that nobody wrote: sentences in new company or cut short, words lost, doubled or moved."""
    choice = random.Random(f"{lang} 2018")
    pool = [each for text in texts(lang) for each in sentences(text)]
    for _ in range(32):
        picked = choice.sample(pool, 12)
        yield " ".join(picked)
        words = [word for each in picked for word in re.split(f"({PIECES[lang]})", each) if word]
        yield "".join(word * choice.choice((0, 1, 1, 1, 1, 1, 2)) for word in words)
        yield "\n".join(cut_short(each, PIECES[lang], choice) for each in picked for _ in range(2))
        at = choice.randrange(1, len(words))
        yield "".join(words[at:] + words[:at]).replace(",", choice.choice((",", "(", "«", "”", ":")))


def cut_short(sentence: str, pieces: str, choice: random.Random) -> str:
    """The beginning of a sentence, with a mark after which something has to come."""
    words = [word for word in re.split(f"({pieces})", sentence) if word]
    begun = "".join(words[: choice.randrange(1, len(words) + 1)])
    return begun.rstrip() + choice.choice((",", ":", " (", ""))


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_in_any_company_are_read_without_a_fault(lang: str) -> None:
    read = [part(Document(f"{lang}-{number}", text, lang)) for number, text in enumerate(disturbed(lang))]
    assert not [each for each in read if isinstance(each, Failure)]
    assert sum(len(each.statements) for each in read if isinstance(each, DocumentGraph)) > 1000


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "text", ["", " \n\n ", ".", "1", "«", "((((", "2018–2019", "А" * 5000, "中" * 5000, "%", "\u202e\u0000x"]
)
def test_a_text_that_says_nothing_is_read_without_a_fault(lang: str, text: str) -> None:
    assert isinstance(part(Document("nothing", text, lang)), DocumentGraph)


ENDS = {
    "en": ["A visit to the robot factory", "Zhuhai has opened,", "They came from cities such as"],
    "ru": ["Участники (", "Более", "Партнёры, а именно"],
    "zh": ["清弦氢能成立于2020年。珠海市与清弦氢能", "由清弦氢能"],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, some in ENDS.items() for text in some])
def test_a_text_may_end_where_no_sentence_does(lang: str, text: str) -> None:
    assert isinstance(part(Document("heading", text, lang)), DocumentGraph)


def test_a_fault_of_the_reading_loses_one_document_and_says_where_it_lies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(document: Document) -> object:
        if document.id == "bad":
            raise IndexError("list index out of range")
        return claims(document)

    monkeypatch.setattr(pipeline, "claims", faulty)
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text("Zhongshan opened a science park in Boston in 2019.", "utf-8")
    report = pipeline.build([tmp_path], tmp_path / "out")
    assert report.published and report.documents == 1
    ((name, reason, _),) = report.failures
    assert name == "bad" and "IndexError: list index out of range (test_any_text.py, line" in reason
