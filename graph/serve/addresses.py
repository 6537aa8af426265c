"""From an address on this server to the IRI that it stands for, and which language its reader prefers."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlencode

import pyoxigraph as ox
from starlette.requests import Request

from baygraph.serve.negotiation import chosen
from baygraph.serve.pages import words
from baygraph.triples import iri

COOKIE: Final = "lang"
_BEYOND_ASCII: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def key_of(request: Request, prefix: str) -> str:
    """The rest of the path as the client has written it: ``%2F`` is not yet a slash."""
    raw = bytes(request.scope.get("raw_path") or request.url.path.encode())
    return raw.partition(b"?")[0].decode("ascii", "replace").removeprefix(prefix)


def candidates(namespace: str, key: str) -> Iterator[ox.NamedNode]:
    """The IRIs that a key may stand for: browsers escape letters that IRIs hold as they are."""
    for read in (_BEYOND_ASCII.sub(lambda found: unquote(found[0]), key), unquote(key)):
        try:
            yield ox.NamedNode(iri(namespace + read)[1:-1])
        except ValueError:
            continue


def language(request: Request) -> str:
    """The language of a page: of ``?lang=``, else the one chosen before, else the best of Accept-Language."""
    known = tuple(words())
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in known:
            return str(asked)
    ranges = request.headers.get("accept-language", "").split(",")
    return chosen(",".join(map(_whole, ranges)), known) or known[0]


def languages(request: Request) -> list[tuple[str, str, str]]:
    """Each language with its name and the address of the same page in it."""
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return [
        (code, each["language"], f"?{urlencode([*asked, ('lang', code)])}") for code, each in words().items()
    ]


def _whole(accepted: str) -> str:
    """A range without its region: ``ru-RU;q=0.9`` is Russian."""
    tag, separator, quality = accepted.partition(";")
    return tag.partition("-")[0] + separator + quality
