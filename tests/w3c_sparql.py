"""The W3C's SPARQL 1.1 tests: what its manifests list, and whether an answer is the one that they expect."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
RESULT_SET = ox.NamedNode(str(RS.ResultSet))
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
UT = rdflib.Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
XSD = "http://www.w3.org/2001/XMLSchema#"
EVALUATION = (MF.QueryEvaluationTest, MF.CSVResultFormatTest)
POSITIVE = (MF.PositiveSyntaxTest11, MF.PositiveSyntaxTest)
NEGATIVE = (MF.NegativeSyntaxTest11, MF.NegativeSyntaxTest)
DECIMALS = {XSD + name for name in ("integer", "decimal", "int", "long", "short", "byte")}
TYPES = {
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
}


@dataclass(frozen=True)
class Case:
    """One test: a query, the data it is asked of, and the file of its answer if it has one."""

    name: str
    kind: str  # evaluation, positive or negative
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    expected: Path | None = None

    def text(self) -> str:
        return f"BASE <{self.query.as_uri()}>\n{self.query.read_text('utf-8')}"

    def store(self) -> ox.Store:
        """The data in a store: that of the default graph there, each named graph under its address."""
        store = ox.Store()
        for path in self.data:
            store.load(path=str(path), base_iri=path.as_uri())
        for path in self.graphs:
            store.load(path=str(path), base_iri=path.as_uri(), to_graph=ox.NamedNode(path.as_uri()))
        return store


def cases(folder: Path) -> Iterator[Case]:
    """All tests of one folder, in the order of their names."""
    manifest = rdflib.Graph().parse(folder / "manifest.ttl", publicID=(folder / "manifest.ttl").as_uri())
    kinds = {"evaluation": EVALUATION, "positive": POSITIVE, "negative": NEGATIVE}
    found = {
        t: kind
        for kind, types in kinds.items()
        for each in types
        for t in manifest.subjects(rdflib.RDF.type, each)
    }
    for test, kind in sorted(found.items()):
        action = manifest.value(test, MF.action)
        result = manifest.value(test, MF.result)
        query = manifest.value(action, QT.query) or action
        yield Case(
            f"{folder.name}/{str(test).partition('#')[2]}",
            kind,
            path_of(query),
            tuple(map(path_of, manifest.objects(action, QT.data))),
            tuple(map(path_of, manifest.objects(action, QT.graphData))),
            path_of(result) if result else None,
        )


def path_of(iri: object) -> Path:
    return Path(str(iri).removeprefix("file://"))


def media_type(case: Case) -> str:
    """The format in which the answer is asked for: that of the file where it matters, else JSON or Turtle."""
    if not case.expected:
        return "*/*"
    if case.expected.suffix == ".ttl":
        return "text/turtle, application/sparql-results+json"
    return TYPES[case.expected.suffix]


def agrees(case: Case, body: bytes) -> bool:
    """Say whether an answer is the expected one, whatever its order and the names of its blank nodes."""
    assert case.expected
    expected = case.expected.read_bytes()
    if case.expected.suffix == ".csv":
        return lines(body) == lines(expected)
    if case.expected.suffix == ".ttl":
        graph = list(ox.parse(expected, format=ox.RdfFormat.TURTLE, base_iri=case.expected.as_uri()))
        if any(quad.object == RESULT_SET for quad in graph):
            return solutions(body, ox.QueryResultsFormat.JSON) == result_set(case.expected)
        return canonical(ox.parse(body, format=ox.RdfFormat.TURTLE)) == canonical(graph)
    kind = ox.QueryResultsFormat.from_media_type(media_type(case))
    return solutions(body, kind) == solutions(expected, kind)


def lines(body: bytes) -> list[list[tuple[str, str]]]:
    """The rows of a CSV, by the names of its columns: ``*`` gives them in no order."""
    rows = csv.DictReader(io.StringIO(body.decode()))
    return sorted(
        sorted((name, "_:" if text.startswith("_:") else text) for name, text in row.items()) for row in rows
    )


def solutions(body: bytes, kind: ox.QueryResultsFormat | None) -> object:
    """A table as a graph, a blank node a row: equal tables give equal graphs."""
    assert kind
    answer = ox.parse_query_results(body, format=kind)
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    assert isinstance(answer, ox.QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return table([dict(zip(names, row, strict=True)) for row in answer], names)


def result_set(path: Path) -> object:
    """A table that is written in RDF."""
    graph = rdflib.Graph().parse(path, publicID=path.as_uri())
    rows = []
    for solution in graph.objects(None, RS.solution):
        bindings = graph.objects(solution, RS.binding)
        pairs = ((str(graph.value(each, RS.variable)), graph.value(each, RS.value)) for each in bindings)
        rows.append({name: from_rdflib(term) for name, term in pairs})
    return table(rows, [str(name) for name in graph.objects(None, RS.resultVariable)])


def from_rdflib(term: object) -> Term:
    if isinstance(term, rdflib.Literal):
        kind = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return ox.Literal(str(term), language=term.language, datatype=kind)
    return ox.BlankNode(str(term)) if isinstance(term, rdflib.BNode) else ox.NamedNode(str(term))


def table(rows: Sequence[Mapping[str, Term | None]], names: Sequence[str]) -> object:
    quads = []
    for number, row in enumerate(rows):
        node = ox.BlankNode(f"row{number}")
        quads.append(ox.Quad(node, ox.NamedNode("x:in"), ox.NamedNode("x:table")))
        found = ((name, term) for name, term in row.items() if term is not None)
        quads += [ox.Quad(node, ox.NamedNode(f"x:{name}"), plain(term)) for name, term in found]
    return sorted(names), canonical(quads)


def canonical(quads: Iterable[ox.Quad]) -> set[str]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def plain(term: Term) -> Term:
    """A number or a truth by its value: the engine stores values, and writes 2.00 as 2 and 1 as true."""
    if not isinstance(term, ox.Literal):
        return term
    try:
        if term.datatype.value in DECIMALS:
            return ox.Literal(f"{Decimal(term.value).normalize():f}", datatype=term.datatype)
        if term.datatype.value == XSD + "boolean":
            return ox.Literal({"1": "true", "0": "false"}.get(term.value, term.value), datatype=term.datatype)
        if term.datatype.value in (XSD + "double", XSD + "float"):
            return ox.Literal(repr(float(term.value)), datatype=term.datatype)
    except (InvalidOperation, ValueError):
        return term
    return term


@dataclass(frozen=True)
class Request:
    """One test of the protocol: what is sent, of which graphs it asks, and what shall come back."""

    name: str
    method: str
    path: str
    body: bytes | None
    headers: Mapping[str, str]
    graphs: Mapping[str, Path]
    statuses: frozenset[str]  # first digits
    boolean: bool | None

    def store(self) -> ox.Store:
        store = ox.Store()
        for name, path in self.graphs.items():
            store.load(path=str(path), base_iri=name, to_graph=ox.NamedNode(name))
        return store


def protocol_requests(folder: Path) -> Iterator[Request]:
    """The requests that query; those that update test what a read-only endpoint has not."""
    path = folder / "manifest.ttl"
    graph = rdflib.Graph().parse(path, publicID=path.as_uri())
    for test in sorted(graph.subjects(rdflib.RDF.type, MF.ProtocolTest), key=str):
        name = str(test).partition("#")[2]
        if "update" not in name:
            requests = graph.value(graph.value(test, MF.action), HT.requests)
            assert requests
            for request in graph.items(requests):
                yield _request(graph, name, test, request)


def _request(graph: rdflib.Graph, name: str, test: Node, request: Node) -> Request:
    body = graph.value(request, HT.body)
    listed = graph.value(request, HT.headers)
    response = graph.value(request, HT.resp)
    boolean = graph.value(response, MF.expectedBoolean)
    data = [
        (graph.value(each, rdflib.RDFS.label), graph.value(each, UT.graph))
        for each in graph.objects(test, UT.graphData)
    ]
    return Request(
        name=name,
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)).replace("/sparql/", "/sparql"),
        body=str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
        if body
        else None,
        headers={
            str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue))
            for each in (graph.items(listed) if listed else ())
        },
        graphs={str(label): path_of(path) for label, path in data},
        statuses=frozenset(str(status)[-3] for status in graph.objects(response, MF.expectedStatus)),
        boolean=None if boolean is None else str(boolean) == "true",
    )
