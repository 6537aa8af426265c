"""The compiled program beside the one in Python: extraction alone, and the whole build, in every language.

    make compiled
    python benchmarks/compiled.py [--only ru] [--texts 200]

The texts are recombined from those of corpus/. Both programs run in turn, in fresh processes, on one thread;
a ratio tells how many times as fast as Python the compiled one is.
"""

import argparse
import sys

from recombined import RENAMINGS, recombined
from side_by_side import COMPILED, COMPILED_PYTHON, ROOT, Side, compare

from baygraph.model import Document
from baygraph.read import read_inputs

SCRIPTS = {"extraction": "extraction.py", "whole build": "whole_build.py"}


def main() -> None:
    """Measure all languages, or the one that is named."""
    parser = argparse.ArgumentParser(description="Compare the compiled program with that in Python.")
    parser.add_argument("--only", choices=sorted(RENAMINGS), help="one language")
    parser.add_argument("--texts", type=int, default=200, help="of each language")
    given = parser.parse_args()
    if not COMPILED_PYTHON.exists():
        sys.exit("there is no compiled program yet: make compiled")
    own = [each for each in read_inputs([ROOT / "corpus"]) if isinstance(each, Document)]
    for lang in [given.only] if given.only else RENAMINGS:
        texts = [each.text for each in own if each.lang.split("-")[0] == lang]
        print(f"{lang}:")
        for name, script in SCRIPTS.items():
            ours = Side(f"{name}, compiled", script, (lang,), COMPILED)
            pure = Side(name, script, (lang,))
            compare([ours], pure, recombined(texts, given.texts + 1, RENAMINGS[lang]))


if __name__ == "__main__":
    main()
