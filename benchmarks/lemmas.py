"""Sentences and lemmas by simplemma over English texts, timed; runs in simplemma's own environment.

python lemmas.py TEXTS
"""

from simplemma import split_sentences, text_lemmatizer
from timed import timed


def read(text: str) -> list[list[str]]:
    """Split one text into sentences and give each word's lemma."""
    return [text_lemmatizer(sentence, lang="en") for sentence in split_sentences(text, lang="en")]


timed(read, "simplemma")
