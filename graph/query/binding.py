"""What the user says becomes terms of the graph: written by the RDF library, never pasted as text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

import pyoxigraph as ox

from baygraph.errors import BaygraphError, UnknownName
from baygraph.query.asking import Ask
from baygraph.query.documents import QueryDocument
from baygraph.terms import ALT_LABEL, BAY, DCTERMS, ID, LABEL, PARENTS, XSD
from baygraph.triples import printable

Term = ox.NamedNode | ox.Literal

_NAMES: Final = f"<{LABEL}>|<{ALT_LABEL}>|<{DCTERMS}title>|<{DCTERMS}identifier>"
_OPEN: Final = re.compile(r"VALUES\s+\?(\w+)\s*\{\s*UNDEF\s*\}")
_KEY: Final = re.compile(r"(?:id:)?([\w.~%/-]+)", re.ASCII)
_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)


class WrongParameter(BaygraphError):
    """A parameter that a query does not have, or a value that does not fit it."""

    reason = "is no parameter of this query"


def bind(document: QueryDocument, values: Mapping[str, str], ask: Ask) -> str:
    """Fix parameters by name; ``ask`` finds the things meant. Raise WrongParameter or UnknownName."""
    kinds = {parameter.name: parameter.kind for parameter in document.parameters}
    for name in sorted(values.keys() - kinds.keys()):
        raise WrongParameter(f"--{name}", f"is no parameter of {document.name}; {_hint(name, kinds)}")
    terms = {name: _terms(name, kinds[name], value, ask) for name, value in values.items()}

    def fixed(found: re.Match[str]) -> str:
        # Without a value the line only costs time: UNDEF joins with everything.
        return _values(found[1], terms[found[1]]) if found[1] in terms else ""

    return _OPEN.sub(fixed, document.text)


def read_values(arguments: Sequence[str]) -> dict[str, str]:
    """Read ``--name value`` and ``--name=value`` from a command line; raise WrongParameter."""
    values: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, given, value = argument.removeprefix("--").partition("=")
        if not argument.startswith("--") or not name:
            raise WrongParameter(argument, "is neither a parameter (--name value) nor the value of one")
        values[name] = value if given else next(rest, "")
    return values


def _hint(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, known, n=1)
    meant = f"did you mean --{near[0]}? " if near else ""
    return f"{meant}it takes: {', '.join(f'--{each}' for each in known) or 'none'}"


def _terms(name: str, kind: str, value: str, ask: Ask) -> Sequence[Term]:
    if kind == "thing":
        return _things(value, ask)
    if kind == "class":
        return [_class(value)]
    if kind == "date" and not _DATE.fullmatch(value):
        raise WrongParameter(value, f"is no date for --{name}; write 2018, 2018-03 or 2018-03-28")
    if kind == "number" and not _NUMBER.fullmatch(value):
        raise WrongParameter(value, f"is no number for --{name}")
    datatype = XSD + ("decimal" if kind == "number" else "string")
    return [ox.Literal(printable(value), datatype=ox.NamedNode(datatype))]


def _things(name: str, ask: Ask) -> Sequence[Term]:
    """All things of a name, in whatever case it is written, or the one with this IRI or key."""
    named = _values("asked", [ox.Literal(printable(name))])
    known = _values("thing", list(_candidates(name)))
    answer = ask(f"""SELECT DISTINCT ?thing WHERE {{
        {{ {named} ?thing {_NAMES} ?name FILTER(LCASE(STR(?name)) = LCASE(STR(?asked))) }}
        UNION {{ {known} FILTER EXISTS {{ ?thing ?property ?value }} }} }}""")
    assert isinstance(answer, ox.QuerySolutions)
    found = sorted({solution["thing"] for solution in answer}, key=str)
    if not found:
        raise UnknownName(name, f"is the name or IRI of nothing in this graph{_near(name, ask)}")
    return found


def _near(name: str, ask: Ask) -> str:
    """What the user may have meant, as the end of a sentence."""
    answer = ask(f"SELECT DISTINCT ?name WHERE {{ ?thing <{LABEL}>|<{ALT_LABEL}> ?name }}")
    assert isinstance(answer, ox.QuerySolutions)
    names = {solution["name"].value.casefold(): solution["name"].value for solution in answer}
    near = get_close_matches(name.casefold(), sorted(names))
    return f"; did you mean {', '.join(names[each] for each in near)}?" if near else ""


def _class(name: str) -> ox.NamedNode:
    known = {each.casefold(): each for each in PARENTS}
    plain = name.removeprefix(BAY).removeprefix("bay:").casefold()
    if plain not in known:
        near = ", ".join(known[each] for each in get_close_matches(plain, known)) or ", ".join(PARENTS)
        raise WrongParameter(name, f"is no class of the ontology; there are: {near}")
    return ox.NamedNode(BAY + known[plain])


def _candidates(name: str) -> Iterator[ox.NamedNode]:
    key = _KEY.fullmatch(name)
    for iri in (name, ID + key[1] if key else ""):
        try:
            yield ox.NamedNode(iri)
        except ValueError:
            continue


def _values(name: str, terms: Sequence[Term]) -> str:
    return f"VALUES ?{name} {{ {' '.join(map(str, terms))} }}"
