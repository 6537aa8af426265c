"""Which dollar a bare «$» means: Hong Kong's government writes its own dollar so."""

from baygraph.annotation import Annotated, Sentence
from baygraph.languages.en.figure_words import words
from baygraph.languages.en.numerals import Numeral

FOREIGN = "USD"


def own_dollar(annotated: Annotated) -> str:
    """The code of the dollar that «$» stands for in a document: its issuer's, where no other is named."""
    text = annotated.document.text
    lower = text.lower() if "$" in text else ""
    if not _tells(lower, "offices") or _tells(lower, "told"):
        return FOREIGN
    issued = _tells(lower, "issued") or any(map(_is_governments_own, annotated.sentences))
    return next(iter(words("dollar", "own"))) if issued else FOREIGN


def _tells(lower: str, which: str) -> bool:
    return any(phrase in lower for phrase in words("dollar", which))


def _is_governments_own(sentence: Sentence) -> bool:
    """«said the Government had earmarked»: who names no country is of that government or reports it."""
    tokens = sentence.tokens
    return any(
        the.lower == "the"
        and body.lower in words("dollar", "issuer")
        and body.text[0].isupper()
        and behind.lower != "of"
        and behind.pos != "PROPN"
        for the, body, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def in_own_dollars(number: Numeral, dollar: str) -> Numeral:
    """A number with its dollars told by the code of the document's own."""
    return number._replace(unit=dollar) if number.unit == FOREIGN else number
