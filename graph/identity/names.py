"""The key of what has a full name: an institution, a facility, an event, a programme, a project, a goal."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby

from baygraph.identity.data import table
from baygraph.identity.fold import cap, fold, slug
from baygraph.identity.palladius import base_forms, is_palladius, looks_palladius, pinyin_syllables, to_pinyin
from baygraph.identity.pinyin import from_hanzi, has_hanzi
from baygraph.identity.vocabulary import Order, Piece, Vocabulary, items, phrase

_NUMBER = re.compile(r"\d+")

Reading = tuple[str, tuple[str, ...]]


def name_key(words: Sequence[str], lang: str, vocabulary: Vocabulary, within: Sequence[str] = ()) -> str:
    """Give the key of a named thing from the dictionary forms of the words of its full name.

    Chinese comes as one string or in any pieces. The words are read as concepts, which are put in one order:
    names, editions and years, adjectives of scope, topics, heads, each by the alphabet. Unknown words that
    stand together are one name. A Latin name without a head that ends in a known name is a coined one (Top
    Talent Networking Zhongshan) and stays as it is, since English puts last what a thing is. What is read
    alike with a name of one known thing is that thing, so a known institution is found by any translation.

    ``within`` holds keys of places and years that the text gives beside a name that is not specific: «форум
    талантов» in Zhongshan in 2019 is the 2019 Zhongshan Talent Forum.
    """
    text = " ".join(words)
    return _name_key(items(text), lang, vocabulary, tuple(within)) or slug(text)


def is_specific(words: Sequence[str], lang: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name has what tells one thing from others of its kind: a name or a number.

    An unknown Cyrillic word that is not Chinese is taken for a common one.
    """
    pieces = _reconsidered(_read(items(" ".join(words)), lang, vocabulary))
    return any(_is_proper(piece, vocabulary) for piece in pieces)


def read_name(words: Sequence[str], lang: str, vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """Tell how a name is read: each stretch of it with the parts that it gives to the key, none or more."""
    pieces = _reconsidered(_read(items(" ".join(words)), lang, vocabulary))
    return tuple((phrase(p.items), tuple(text for _, text in _parts(p, vocabulary))) for p in pieces)


def _is_proper(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.ids is None:
        return any(item.isascii() or _is_chinese(item) for item in piece.items)
    return any(vocabulary.order(concept) in (Order.NAME, Order.EDITION) for concept in piece.ids)


@lru_cache(maxsize=1 << 14)
def _name_key(name: tuple[str, ...], lang: str, vocabulary: Vocabulary, within: tuple[str, ...]) -> str:
    key = _composed(name, _read(name, lang, vocabulary), vocabulary, within)
    return vocabulary.translations.get(key, key)


def translated(vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary, with the known things that its names are read as in other words."""
    v = vocabulary
    return Vocabulary(v.known, v.orders, v.tables, v.words, v.longest, _translations(v))


def _translations(vocabulary: Vocabulary) -> dict[str, str]:
    """Give the keys under which the names of known things are read, where only one thing is read so.

    A reading without a name in it (Innovation Commission) is left out: it could be anybody's. So is one with
    unknown Hanzi, for which pinyin would have to be loaded.
    """
    owners: dict[str, set[str]] = {}
    for key, lang, name in vocabulary.known:
        pieces = vocabulary.read_inside(name, lang)
        if len(pieces) > 1 and _is_named(pieces, vocabulary) and not _has_unknown_hanzi(pieces):
            owners.setdefault(_composed(name, pieces, vocabulary), set()).add(key)
    return {
        read: min(keys) for read, keys in owners.items() if len(keys) == 1 and read not in vocabulary.orders
    }


def _is_named(pieces: tuple[Piece, ...], vocabulary: Vocabulary) -> bool:
    return any(vocabulary.order(concept) == Order.NAME for piece in pieces for concept in piece.ids or ())


def _has_unknown_hanzi(pieces: tuple[Piece, ...]) -> bool:
    return any(piece.ids is None and has_hanzi(piece.items[0]) for piece in pieces)


def _composed(
    name: tuple[str, ...], read: tuple[Piece, ...], vocabulary: Vocabulary, within: tuple[str, ...] = ()
) -> str:
    pieces = _reconsidered(read)
    if _is_coined(pieces, vocabulary):
        return slug(" ".join(name))
    around = {(Order.EDITION if _NUMBER.fullmatch(key) else Order.NAME, key) for key in within}
    found = sorted({part for piece in pieces for part in _parts(piece, vocabulary)} | around)
    named = found and found[0][0] == Order.NAME
    return cap("-".join(text for order, text in found if not (named and order == Order.LIGHT)))


@lru_cache(maxsize=1 << 14)
def _read(name: tuple[str, ...], lang: str, vocabulary: Vocabulary) -> tuple[Piece, ...]:
    """Part a name into pieces, once for its key and all that is asked of it before."""
    return vocabulary.read(tuple(_known_form(item, vocabulary.words) for item in name), lang)


@lru_cache(maxsize=1 << 14)
def _known_form(item: str, known: frozenset[str]) -> str:
    """Undo the case or the adjective of a Chinese name in Russian."""
    if item in known or item.isascii() or has_hanzi(item):
        return item
    endings = chain(*table("concepts")["adjective"].values())
    forms = (*base_forms(item), *(item.removesuffix(ending) for ending in endings))
    in_vocabulary = next((form for form in forms if form in known), None)
    return in_vocabulary or (item if is_palladius(item) else next(filter(looks_palladius, forms), item))


def _reconsidered(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Take back what is known only by chance, beside the unknown, and join the unknown into names.

    A single Hanzi before unknown ones is part of their name (和 in 和平), a stop word between unknown words
    too (Plug and Play).
    """
    kept: list[Piece] = []
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        before_unknown = bool(kept) and kept[-1].ids is None
        after_unknown = at > 0 and pieces[at - 1].ids is None
        if before_unknown and (_is_one_hanzi(piece) or (piece.ids == () and after_unknown)):
            piece = Piece(piece.items, None)
        kept.append(piece)
    runs = groupby(
        reversed(kept), key=lambda piece: (piece.ids is None) and not _NUMBER.fullmatch(piece.items[0])
    )
    return [piece for unknown, run in runs for piece in (_joined(run) if unknown else run)]


def _joined(run: Iterator[Piece]) -> list[Piece]:
    return [Piece(tuple(item for piece in run for item in piece.items), None)]


def _is_one_hanzi(piece: Piece) -> bool:
    return len(piece.items) == 1 and len(piece.items[0]) == 1 and has_hanzi(piece.items[0])


def _is_coined(pieces: list[Piece], vocabulary: Vocabulary) -> bool:
    orders = [vocabulary.order(concept) for piece in pieces for concept in piece.ids or ()]
    latin = all(item.isascii() for piece in pieces for item in piece.items)
    ends_in_name = len(pieces) > 1 and bool(pieces[-1].ids) and orders[-1] == Order.NAME
    return latin and ends_in_name and max(orders) < Order.HEAD and pieces[-2].ids != ()


def _parts(piece: Piece, vocabulary: Vocabulary) -> Iterator[tuple[int, str]]:
    if piece.ids is not None:
        yield from ((vocabulary.order(concept), concept) for concept in piece.ids)
    elif _NUMBER.fullmatch(piece.items[0]):
        yield Order.EDITION, piece.items[0]
    else:
        yield Order.NAME, _romanized(piece.items)


def _romanized(unknown: tuple[str, ...]) -> str:
    """Write unknown words in Latin letters; Chinese ones that stand together are one word."""
    runs = groupby(unknown, key=_is_chinese)
    return slug(" ".join("".join(map(_chinese, run)) if chinese else " ".join(run) for chinese, run in runs))


def _is_chinese(item: str) -> bool:
    if item.isascii():
        return bool(pinyin_syllables(item))
    return has_hanzi(item) or looks_palladius(item)


def _chinese(item: str) -> str:
    return fold(from_hanzi(item) if has_hanzi(item) else to_pinyin(item) or item)
