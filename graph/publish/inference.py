"""What follows from the stated facts by the ontology's own axioms: superclasses, symmetry, transitivity.

The alignments with other vocabularies (``ontology/alignments.ttl``) are left to those who load them: each
would double the graph, and none is needed to read it.
"""

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox

from baygraph.resources import folder
from baygraph.terms import BAY, OWL, RDFS, TYPE
from baygraph.triples import Triple, from_oxigraph, iri

_LEADS_ON = frozenset({RDFS + "subClassOf", RDFS + "subPropertyOf", OWL + "inverseOf"})
_PREFIXES = f"PREFIX bay: <{BAY}> PREFIX owl: <{OWL}> PREFIX rdfs: <{RDFS}> "
# A thing that lies in itself is an error in the data, and no news.
_RULES = (
    "CONSTRUCT { ?x a ?up } WHERE { ?x a ?class . ?class rdfs:subClassOf+ ?up }",
    "CONSTRUCT { ?x ?up ?y } WHERE { ?p rdfs:subPropertyOf+ ?up . ?x ?p ?y }",
    "CONSTRUCT { ?y ?q ?x } WHERE { ?p owl:inverseOf|^owl:inverseOf ?q . ?x ?p ?y }",
    "CONSTRUCT { ?y ?p ?x } WHERE { ?p a owl:SymmetricProperty . ?x ?p ?y FILTER (?x != ?y) }",
    "CONSTRUCT { ?x ?p ?z } WHERE { ?p a owl:TransitiveProperty . ?x ?p ?y . ?y ?p ?z FILTER (?x != ?z) }",
)
_OWN = iri(BAY)[:-1]


def infer(stated: Iterable[Triple]) -> tuple[Triple, ...]:
    """Give what follows and is not stated, in order: the fixed point of the rules over facts of things."""
    store = ox.Store()
    store.extend(_axioms())
    store.bulk_load(_lines(stated), format=ox.RdfFormat.N_TRIPLES)
    found: set[ox.Quad] = set()
    while fresh := {quad for rule in _RULES for quad in _follows(store, rule)}:
        store.extend(fresh)
        found |= fresh
    return tuple(sorted(map(_triple, found)))


def _follows(store: ox.Store, rule: str) -> Iterator[ox.Quad]:
    result = store.query(_PREFIXES + rule)
    assert isinstance(result, ox.QueryTriples)
    for triple in result:
        quad = ox.Quad(triple.subject, triple.predicate, triple.object)
        if quad not in store:
            yield quad


@cache
def _axioms() -> tuple[ox.Quad, ...]:
    """The ontology's axioms about its own terms."""
    terms = ox.parse(path=str(folder("ontology") / "baygraph.ttl"), format=ox.RdfFormat.TURTLE)
    return tuple(quad for quad in terms if _is_axiom(quad))


def _is_axiom(quad: ox.Quad) -> bool:
    nodes = [node.value for node in (quad.subject, quad.object) if isinstance(node, ox.NamedNode)]
    if quad.predicate.value == TYPE:
        return nodes[1:] in ([OWL + "SymmetricProperty"], [OWL + "TransitiveProperty"])
    return (
        len(nodes) == 2 and all(node.startswith(BAY) for node in nodes) and quad.predicate.value in _LEADS_ON
    )


def _lines(stated: Iterable[Triple]) -> bytes:
    facts = (t for t in stated if t[2].startswith("<") and (t[1].startswith(_OWN) or t[2].startswith(_OWN)))
    return "".join(f"{s} {p} {o} .\n" for s, p, o in facts).encode()


def _triple(quad: ox.Quad) -> Triple:
    return from_oxigraph(quad.subject), from_oxigraph(quad.predicate), from_oxigraph(quad.object)
