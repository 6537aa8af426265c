"""Which dollar a bare «$» means: Hong Kong's government writes its own dollar so."""

from dataclasses import replace

from baygraph.languages.en.figure_words import words
from baygraph.languages.numbers import Figures

FOREIGN = "USD"


def own_dollar(text: str) -> str:
    """The code of the dollar that «$» stands for in a document."""
    lower = text.lower() if "$" in text else ""
    own = any(w in lower for w in words("dollar", "offices"))
    told = any(w in lower for w in words("dollar", "told"))
    return next(iter(words("dollar", "own"))) if own and not told else FOREIGN


def in_own_dollars(figures: Figures, dollar: str) -> Figures:
    """The figures with their dollars told by the code of the document's own."""
    if dollar == FOREIGN:
        return figures
    told = (replace(q, unit=dollar) if q.unit == FOREIGN else q for q in figures.quantities)
    return figures._replace(quantities=tuple(told))
