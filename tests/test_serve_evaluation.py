"""What a worker answers: the same whether other graphs stand beside the published ones or apart from them."""

import json

import pyoxigraph as ox
import pytest

from baygraph.serve.evaluation import Held, evaluate
from baygraph.serve.messages import Outcome, Question, Reply

pytestmark = pytest.mark.package

ONE, TWO, OTHER = (ox.NamedNode(f"https://example.org/graph/{name}") for name in ("one", "two", "other"))
ROWS = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o"
NAMED = "SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"


def quad(value: str, graph: ox.NamedNode) -> ox.Quad:
    own = ox.NamedNode("https://example.org/a")
    return ox.Quad(own, own, ox.Literal(value), graph)


def held(*values: str) -> Held:
    store = ox.Store()
    store.extend(quad(value, graph) for value, graph in zip(values, (ONE, TWO) * len(values), strict=False))
    return Held(store, [ONE, TWO], [quad("beside", OTHER)])


def ask(held: Held, query: str, names_graphs: bool = False, limit: int = 0) -> Reply:
    asked = Question(
        query, "application/json", "https://example.org/", names_graphs=names_graphs, limit=limit
    )
    reply = evaluate(held, asked)
    assert reply.outcome == Outcome.ANSWERED, reply.message
    return reply


def cells(reply: Reply, name: str) -> list[str]:
    return [row[name]["value"] for row in json.loads(reply.body)["results"]["bindings"]]


def test_a_plain_question_sees_the_published_graphs_before_and_after_others_are_brought_in() -> None:
    store = held("a", "b", "c")
    before = ask(store, ROWS)
    named = ask(store, NAMED, names_graphs=True)
    after = ask(store, ROWS)
    assert cells(before, "o") == ["a", "b", "c"] and before.body == after.body
    assert cells(named, "g") == [graph.value for graph in (ONE, ONE, OTHER, TWO)]
    assert [before.is_last, named.is_last, after.is_last] == [False, True, False]


def test_what_stands_in_two_graphs_counts_as_often_whether_others_are_apart_or_not() -> None:
    store = ox.Store()
    store.extend([quad("a", ONE), quad("a", TWO)])
    apart, together = Held(store, [ONE, TWO], [quad("beside", OTHER)]), Held(store, [ONE, TWO])
    assert apart.is_apart and not together.is_apart
    for query in (
        ROWS,
        "SELECT (COUNT(*) AS ?o) { ?s ?p ?o }",
        "SELECT ?o { ?s <https://example.org/a>* ?o } ORDER BY ?o",
    ):
        assert ask(apart, query).body == ask(together, query).body


@pytest.mark.parametrize("text", ["a", "},{", '"},{"', "}},{", "\\},{\n"])
def test_no_text_makes_an_answer_longer_than_it_is(text: str) -> None:
    store = held(*(f"{text}{number}" for number in range(5)))
    for limit in range(1, 8):
        reply = ask(store, ROWS, limit=limit)
        assert cells(reply, "o") == [f"{text}{number}" for number in range(min(limit, 5))]
        assert reply.cut == (limit if limit < 5 else 0)


def test_rows_without_a_value_count_too() -> None:
    store = held("a", "b", "c")
    empty = "SELECT ?none { ?s ?p ?o }"
    assert ask(store, empty, limit=3).cut == 0 and ask(store, empty, limit=2).cut == 2
