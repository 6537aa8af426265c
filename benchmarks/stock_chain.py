"""The stock natasha chain over Russian texts, timed; runs in natasha's own environment.

python stock_chain.py TEXTS
"""

from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
from timed import timed

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


timed(read, "natasha")
