"""Documents a second and core: reading, side by side with what others do to texts of the same language.

    make benchmark
    python benchmarks/reading.py [--only ru] [INPUT …]      what `baygraph build` takes

Russian: the whole build and extraction alone against the stock natasha chain. Chinese: extraction against
jieba's part-of-speech pass over what OpenCC makes Simplified. English: extraction against simplemma's
sentences and lemmas. None of the others finds what a text says, and simplemma looks words up and does no
more, so a ratio tells what reading costs beside such a pass. Above 1 this project is the faster one.

Without an input the texts are 200 recombined from those of corpus/ in the language; and for Russian the
corpus itself, where the page and the other files that a build makes once weigh most. All sides run in turn,
each in its own environment and in fresh processes, on one thread, and see each text once. The ratio that
counts is the median of the rounds. Where `make compiled` has made one, the compiled program is measured too.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from recombined import RENAMINGS, recombined
from side_by_side import COMPILED, COMPILED_PYTHON, ROOT, Side, compare

from baygraph.model import Document
from baygraph.read import read_inputs

MANY = 200
EXTRACTION = "extraction.py"
BUILD = "whole_build.py"
OTHERS = {
    "ru": Side("natasha chain", "stock_chain.py", environment="natasha"),
    "zh": Side("jieba parts of speech", "parts_of_speech.py"),
    "en": Side("simplemma sentences, lemmas", "lemmas.py", environment="simplemma"),
}


def sides(lang: str) -> Iterator[Side]:
    """Give this project's sides; the whole build is compared where another tool does as much as a chain."""
    for environment in ("", COMPILED) if COMPILED_PYTHON.exists() else ("",):
        if lang == "ru":
            yield Side("whole build", BUILD, (lang,), environment)
        yield Side("extraction", EXTRACTION, (lang,), environment)


def corpora(lang: str, inputs: Sequence[Path]) -> Iterator[list[str]]:
    """Give the texts to measure on: the first one of each warms up."""
    found = [each for each in read_inputs(inputs or [ROOT / "corpus"]) if isinstance(each, Document)]
    own = [each.text for each in found if each.lang.split("-")[0] == lang]
    if len(own) < 2:
        sys.exit(f"two texts in the language {lang} are needed: one to warm up, one to measure")
    if inputs or lang == "ru":
        yield own
    if not inputs:
        yield recombined(own, MANY + 1, RENAMINGS[lang])


def main() -> None:
    """Measure all languages, or the one that is named."""
    parser = argparse.ArgumentParser(description="Compare the speed of reading.")
    parser.add_argument("--only", choices=sorted(OTHERS), help="one language")
    parser.add_argument("inputs", nargs="*", type=Path, metavar="INPUT", help="what `baygraph build` takes")
    given = parser.parse_args()
    for lang in [given.only] if given.only else OTHERS:
        for texts in corpora(lang, given.inputs):
            print(f"{lang}:")
            compare(list(sides(lang)), OTHERS[lang], texts)


if __name__ == "__main__":
    main()
