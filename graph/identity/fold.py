"""Folding any text to plain lower-case ASCII, for the local part of an IRI."""

import re
import unicodedata
from functools import cache, lru_cache
from hashlib import sha256

from baygraph.identity.data import table
from baygraph.identity.pinyin import HANZI, from_hanzi

LENGTH = 80
_HASH_LENGTH = 8
_HANZI_RUN = re.compile(f"[{HANZI}]+")
_INSIDE_WORDS = re.compile(r"(?<=\w)['’ʼ`´&](?=\w)")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_UNWRITTEN = re.compile(r"[^\W\d_a-z]")


@cache
def _letters() -> dict[int, str]:
    tables = table("letters")
    return {ord(letter): latin for name in ("cyrillic", "latin") for letter, latin in tables[name].items()}


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Fold case and diacritics, and write Cyrillic and Hanzi in Latin letters; ü becomes u.

    Letters of other scripts stay as they are.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_letters())
    latin = _HANZI_RUN.sub(lambda run: f" {from_hanzi(run[0])} ", composed)
    bare = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
    return bare.translate(_letters())


@lru_cache(maxsize=1 << 15)
def slug(text: str) -> str:
    """Make a readable part of an IRI: ``[a-z0-9-]``, no two hyphens together, 1 to 80 characters.

    What is cut or cannot be written so leaves a hash, so that different texts do not fall together.
    """
    folded = fold(text)
    plain = _NOT_PLAIN.sub("-", _INSIDE_WORDS.sub("", folded)).strip("-")
    if not plain or _UNWRITTEN.search(folded):
        plain = f"{plain or 'x'}-{digest(folded)}"
    return cap(plain)


def cap(key: str, length: int = LENGTH) -> str:
    """Keep a key within a length; a longer one is cut at a hyphen and ends in the hash of the whole."""
    if len(key) <= length:
        return key
    kept = key[: length - _HASH_LENGTH]
    return f"{kept.rpartition('-')[0] or kept[:-1]}-{digest(key)}"


def digest(text: str) -> str:
    """Give the first characters of the text's SHA-256 in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
