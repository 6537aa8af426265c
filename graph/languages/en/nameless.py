"""Capitalized words that name nothing: grades, models of products, rooms and buildings, days, nations."""

from collections.abc import Sequence
from functools import cache

from baygraph.annotation import Token
from baygraph.languages.en import figure_words as figures
from baygraph.languages.en.words import lexicon


@cache
def common() -> frozenset[str]:
    """Words of news and codes of currencies, which have a capital anywhere and are no names."""
    currencies = (code.lower() for code in figures.lexicon().map("signs"))
    return lexicon().words("capitals", "common").union(currencies)


@cache
def nothing() -> frozenset[str]:
    """Words that name nothing by themselves, though they have a capital."""
    kinds = (lexicon().words("capitals", kind) for kind in ("demonyms", "times"))
    return common().union(lexicon().table("demonyms"), *kinds)


def is_model(tokens: Sequence[Token]) -> bool:
    """«the AG600», «a Lijian-1 mock-up», «Class III»: a product's number or a grade."""
    first = tokens[0]
    if len(tokens) == 1:
        return len(first.text) > 2 and first.text[-1].isdigit() and not first.text[1].isdigit()
    return len(tokens) == 2 and first.lower in lexicon().words("capitals", "models")


def is_room(tokens: Sequence[Token]) -> bool:
    """«in Building 7 of the Software Park»: a room or building that only has a number."""
    rooms = lexicon().words("capitals", "rooms")
    return tokens[0].lower in rooms and len(tokens) > 1 and all(len(t.text) < 4 for t in tokens[1:])


def is_rank(tokens: Sequence[Token]) -> bool:
    """«FIRST PRIZE», «Special Award»: what is won at an event."""
    ranks = lexicon().words("capitals", "ranks")
    return len(tokens) == 2 and tokens[0].lower in ranks and tokens[1].lower in {"prize", "award", "place"}


def is_address(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """«5 Sassoon Road»: a number before a street is where something stands."""
    streets = lexicon().words("capitals", "streets")
    return first > 0 and tokens[first - 1].text.isdigit() and tokens[stop - 1].lower in streets
