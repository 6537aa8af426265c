"""Whether the ontology itself keeps its house rules: labels, definitions, examples, no undeclared term."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox

from baygraph.resources import folder
from baygraph.triples import from_oxigraph, text_of
from baygraph.validate import Problem, Violation, check, read_shapes


@cache
def validate_ontology(home: Path | None = None) -> tuple[Violation, ...]:
    """Test a folder's ``baygraph.ttl`` against its ``ontology-shapes.ttl`` (default: the package's own)."""
    home = home or folder("ontology")
    quads = ox.parse(path=str(home / "baygraph.ttl"), format=ox.RdfFormat.TURTLE)
    triples = [(from_oxigraph(q.subject), from_oxigraph(q.predicate), from_oxigraph(q.object)) for q in quads]
    found = check(triples, read_shapes(home / "ontology-shapes.ttl"))
    return tuple(_violation(p) for p in found)


def _violation(problem: Problem) -> Violation:
    node, path, value = (
        text_of(term) if term else "" for term in (problem.node, problem.path, problem.value)
    )
    return Violation(problem.message, node, path, value, problem.component, "")
