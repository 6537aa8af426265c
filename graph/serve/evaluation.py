"""A query answered by the engine, in the format that was asked for and with no more rows than allowed."""

import io
import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from json.encoder import encode_basestring as _quoted
from typing import Any, Final, TypeVar

import pyoxigraph as ox

from baygraph.publish.turtle import PREFIXES
from baygraph.serve.messages import Outcome, Question, Reply
from baygraph.terms import XSD
from baygraph.triples import language_tag

Row = TypeVar("Row")
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_JSON: Final = ox.QueryResultsFormat.JSON
_STRING: Final = XSD + "string"
# Between two rows of JSON; in a string it can stand too, so it tells only how many rows there are at most.
_BETWEEN: Final = b"},{"
# No string holds a quotation mark as such, so this is the key and nothing else.
_TAG: Final = re.compile(rb'"xml:lang":"([^"]*-[^"]*)"')

Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


class Held:
    """A store to ask, and ``everything``: the graphs that a query without a dataset sees as one.

    ``beside`` are the quads of other graphs. As long as they are not in the store, all that is there is
    everything, and the engine is twice as fast than where it has to look into one graph after the other; the
    first question that can see other graphs brings them in.
    """

    def __init__(
        self, store: ox.Store, everything: Sequence[GraphName], beside: Sequence[ox.Quad] = ()
    ) -> None:
        self.store, self.everything, self._beside = store, everything, beside

    @property
    def is_apart(self) -> bool:
        """Whether quads are beside the store."""
        return bool(self._beside)

    def complete(self) -> None:
        """Put what is beside the store into it."""
        if self._beside:
            self.store.extend(self._beside)
            self._beside = ()

    def query(self, question: Question) -> Answer:
        """Ask the engine."""
        if self.is_apart and question.is_plain:
            return self.store.query(question.query, base_iri=question.base, use_default_graph_as_union=True)
        self.complete()
        default, named = _dataset(question, self.everything)
        return self.store.query(
            question.query, base_iri=question.base, default_graph=default, named_graphs=named
        )


def evaluate(held: Held, question: Question) -> Reply:
    """Answer a question; the reply is a worker's last one if its store has become slower by that."""
    was_apart = held.is_apart
    try:
        body, cut = _written(lambda: held.query(question), question)
    except SyntaxError as error:
        return Reply(Outcome.WRONG, f"This is no SPARQL 1.1 query: {error}")
    except RuntimeError as error:
        return Reply(Outcome.WRONG, f"This query cannot be answered: {error}")
    except ValueError as error:
        return Reply(Outcome.WRONG, f"This is no IRI: {error}")
    except OSError as error:
        # A store in memory reads no file: only SERVICE leads out, and a worker has no way out.
        return Reply(Outcome.REFUSED, f"This query leads out of this endpoint: {error}")
    return Reply(Outcome.ANSWERED, cut=cut, body=body, is_last=was_apart and not held.is_apart)


def _dataset(
    question: Question, everything: Sequence[GraphName]
) -> tuple[list[GraphName] | None, list[ox.NamedNode | ox.BlankNode] | None]:
    """What the protocol says of the dataset; a part that it leaves open is empty once it says the other."""
    default, named = question.default_graphs, question.named_graphs
    if default is not None or named is not None:
        return [ox.NamedNode(iri) for iri in default or ()], [ox.NamedNode(iri) for iri in named or ()]
    # An argument would overrule what the query itself says.
    return (None if question.has_dataset else list(everything)), None


def _written(ask: Callable[[], Answer], question: Question) -> tuple[bytes, int]:
    answer = ask()
    if isinstance(answer, ox.QueryBoolean):
        return answer.serialize(format=_rows(question.media_type)) or b"", 0
    if isinstance(answer, ox.QueryTriples):
        triples, cut = _first(answer, question.limit)
        return write_graph(triples, question.media_type), cut
    kind = _rows(question.media_type)
    try:
        return _in_format(_whole(answer, question.limit), kind), 0
    except _PerhapsTooMany:
        again = ask()
        assert isinstance(again, ox.QuerySolutions)
        rows, cut = _first(again, question.limit)
        return _in_format(_solutions(again.variables, rows), kind), cut


class _PerhapsTooMany(Exception):
    """An answer that may have more rows than are allowed."""


class _Counting(io.BytesIO):
    """Takes rows of JSON as the engine writes them; raises _PerhapsTooMany."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit, self._found, self._end = limit, 1, b""

    def write(self, piece: Any) -> int:
        data = self._end + bytes(piece)
        self._found += data.count(_BETWEEN)
        if self._found > self._limit:
            raise _PerhapsTooMany
        self._end = data[1 - len(_BETWEEN) :]
        return super().write(piece)


def _whole(answer: ox.QuerySolutions, limit: int) -> bytes:
    """All rows as JSON; raise _PerhapsTooMany."""
    if not limit:
        text = answer.serialize(format=_JSON) or b""
    else:
        counting = _Counting(limit)
        answer.serialize(output=counting, format=_JSON)
        text = counting.getvalue()
    # The engine keeps tags in lower case.
    return _TAG.sub(lambda found: b'"xml:lang":"%b"' % language_tag(found[1].decode()).encode(), text)


def write_graph(triples: Iterable[ox.Triple], media_type: str) -> bytes:
    """Write triples, each once and in order, in a format of RDF."""
    ordered = sorted(set(triples), key=str)
    return ox.serialize(ordered, format=_graph(media_type), prefixes=dict(PREFIXES)) or b""


def _first(rows: Iterable[Row], limit: int) -> tuple[list[Row], int]:
    """The rows up to a limit (0: all), and that limit if there were more."""
    if not limit:
        return list(rows), 0
    found = list(islice(rows, limit + 1))
    return found[:limit], limit if len(found) > limit else 0


def _in_format(text: bytes, kind: ox.QueryResultsFormat) -> bytes:
    """Rows as JSON in another format."""
    return text if kind == _JSON else ox.parse_query_results(text, format=_JSON).serialize(format=kind) or b""


def _solutions(variables: Sequence[ox.Variable], rows: Iterable[ox.QuerySolution]) -> bytes:
    """The engine writes only whole answers, so the rows of one that is cut are written as JSON here."""
    names = [_quoted(variable.value) for variable in variables]
    bindings = ",".join(_binding(names, row) for row in rows)
    return f'{{"head":{{"vars":[{",".join(names)}]}},"results":{{"bindings":[{bindings}]}}}}'.encode()


def _binding(names: Sequence[str], row: ox.QuerySolution) -> str:
    """A row as JSON, put together as text: objects in between would cost most of the time of an answer."""
    cells = zip(names, row, strict=True)
    return f"{{{','.join([f'{name}:{_cell(term)}' for name, term in cells if term is not None])}}}"


def _cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{_quoted(term.value)}}}'
    if isinstance(term, ox.Literal):
        return f'{{"type":"literal","value":{_quoted(term.value)}{_kind(term)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{_quoted(term.value)}}}'
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    value = ",".join(f'"{name}":{_cell(part)}' for name, part in parts)
    return f'{{"type":"triple","value":{{{value}}}}}'


def _kind(term: ox.Literal) -> str:
    if term.language:
        tag = f',"xml:lang":{_quoted(language_tag(term.language))}'  # the engine keeps tags in lower case
        return f'{tag},"its:dir":{_quoted(term.direction.value)}' if term.direction else tag
    datatype = term.datatype.value
    return "" if datatype == _STRING else f',"datatype":{_quoted(datatype)}'


def _rows(media_type: str) -> ox.QueryResultsFormat:
    return ox.QueryResultsFormat.from_media_type(media_type) or _JSON


def _graph(media_type: str) -> ox.RdfFormat:
    # JSON in general is, where triples are asked for, the JSON of RDF.
    return ox.RdfFormat.from_media_type(media_type) or ox.RdfFormat.JSON_LD
