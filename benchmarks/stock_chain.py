"""The stock natasha chain over Russian texts, timed; runs in natasha's own environment.

    python -P stock_chain.py TEXTS      one JSON string a line; prints seconds of CPU and the version as JSON

The first text warms the chain up and is not counted.
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter

embedding = NewsEmbedding()
segmenter = Segmenter()
morphology, syntax, names = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)


def read(text: str) -> None:
    """Segment, tag and parse one text, and find its names."""
    document = Doc(text)
    document.segment(segmenter)
    document.tag_ner(names)
    document.tag_morph(morphology)
    document.parse_syntax(syntax)


first, *texts = map(json.loads, Path(sys.argv[1]).read_text("utf-8").splitlines())
read(first)
start = time.process_time()
for text in texts:
    read(text)
print(json.dumps({"seconds": time.process_time() - start, "version": f"natasha {version('natasha')}"}))
