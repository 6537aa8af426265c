"""A query answered by the engine, in the format that was asked for and with no more rows than allowed."""

from collections.abc import Iterable, Sequence
from itertools import islice
from json.encoder import encode_basestring as _quoted
from typing import Final, TypeVar

import pyoxigraph as ox

from baygraph.publish.turtle import PREFIXES
from baygraph.serve.messages import Outcome, Question, Reply
from baygraph.terms import XSD
from baygraph.triples import language_tag

Row = TypeVar("Row")
GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_JSON: Final = ox.QueryResultsFormat.JSON
_STRING: Final = XSD + "string"


def evaluate(store: ox.Store, question: Question, everything: Sequence[GraphName]) -> Reply:
    """Answer a question; ``everything`` are the graphs that a query without a dataset sees as one."""
    try:
        default, named = _dataset(question, everything)
        answer = store.query(
            question.query, base_iri=question.base, default_graph=default, named_graphs=named
        )
        body, cut = _written(answer, question)
    except SyntaxError as error:
        return Reply(Outcome.WRONG, f"This is no SPARQL 1.1 query: {error}")
    except RuntimeError as error:
        return Reply(Outcome.WRONG, f"This query cannot be answered: {error}")
    except ValueError as error:
        return Reply(Outcome.WRONG, f"This is no IRI: {error}")
    except OSError as error:
        # A store in memory reads no file: only SERVICE leads out, and a worker has no way out.
        return Reply(Outcome.REFUSED, f"This query leads out of this endpoint: {error}")
    return Reply(Outcome.ANSWERED, cut=cut, body=body)


def _dataset(
    question: Question, everything: Sequence[GraphName]
) -> tuple[list[GraphName] | None, list[ox.NamedNode | ox.BlankNode] | None]:
    """What the protocol says of the dataset; a part that it leaves open is empty once it says the other."""
    default, named = question.default_graphs, question.named_graphs
    if default is not None or named is not None:
        return [ox.NamedNode(iri) for iri in default or ()], [ox.NamedNode(iri) for iri in named or ()]
    # An argument would overrule what the query itself says.
    return (None if question.has_dataset else list(everything)), None


def _written(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, question: Question
) -> tuple[bytes, int]:
    if isinstance(answer, ox.QueryBoolean):
        return answer.serialize(format=_rows(question.media_type)) or b"", 0
    if isinstance(answer, ox.QuerySolutions):
        rows, cut = _first(answer, question.limit)
        return _solutions(answer.variables, rows, _rows(question.media_type)), cut
    triples, cut = _first(answer, question.limit)
    return write_graph(triples, question.media_type), cut


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


def _solutions(
    variables: Sequence[ox.Variable], rows: Iterable[ox.QuerySolution], kind: ox.QueryResultsFormat
) -> bytes:
    """The engine writes only whole answers, so rows are written as JSON, and read back for other formats."""
    names = [_quoted(variable.value) for variable in variables]
    bindings = ",".join(_binding(names, row) for row in rows)
    text = f'{{"head":{{"vars":[{",".join(names)}]}},"results":{{"bindings":[{bindings}]}}}}'.encode()
    return text if kind == _JSON else ox.parse_query_results(text, format=_JSON).serialize(format=kind) or b""


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
