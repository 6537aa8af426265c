"""How void.ttl parts the graphs: by class, by property, and by the registers that they link to."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from baygraph.publish.counts import Counts
from baygraph.publish.describing import About, Pair, is_a, number, own, said, term, words
from baygraph.publish.layout import GRAPH, GRAPHS
from baygraph.publish.turtle import short_name
from baygraph.terms import ID, SAME_AS, SCHEMA
from baygraph.triples import Triple, iri, literal

EXAMPLES: Final = 3

Links = Mapping[tuple[str, str], int]  # by register and property
_THING: Final = iri(ID)[:-1]
_FORMAT: Final = iri("http://www.w3.org/ns/formats/Turtle")
_LINKS: Final = (iri(SAME_AS), iri(SCHEMA + "sameAs"))


def graphs(counts: Mapping[str, Counts]) -> Iterator[About]:
    """Describe each graph (``counts`` by file name) with its partitions."""
    for name, counted in counts.items():
        yield from _graph(name, counted)


def linksets(counted: Links) -> dict[str, list[Pair]]:
    """Describe the links to each register by their property, and the register."""
    about: dict[str, list[Pair]] = {}
    for (name, predicate), links in sorted(counted.items()):
        about[own(f"linkset.{name}.{short_name(predicate)}")] = [
            is_a("void:Dataset"),
            is_a("void:Linkset"),
            (term("void:subjectsTarget"), iri(GRAPHS["baygraph.ttl"])),
            (term("void:objectsTarget"), own(f"register.{name}")),
            (term("void:linkPredicate"), predicate),
            (term("void:triples"), number(links)),
        ]
        about[own(f"register.{name}")] = list(_register(words()["registers"][name]))
    return about


def linkset_names(about: Mapping[str, list[Pair]]) -> list[str]:
    """Those of the described things that are linksets."""
    return [node for node, pairs in about.items() if is_a("void:Linkset") in pairs]


def examples(stated: Iterable[Triple]) -> list[str]:
    """The things that most facts lead to; of equals, the first by IRI."""
    pointed = Counter(o for _, _, o in stated if o.startswith(_THING))
    for subject in {subject for subject, _, _ in stated if subject in pointed} ^ pointed.keys():
        del pointed[subject]
    return sorted(pointed, key=lambda node: (-pointed[node], node))[:EXAMPLES]


def vocabularies(counts: Iterable[Counts]) -> list[str]:
    """The namespaces of all properties and classes in use."""
    used = {term for counted in counts for term in (*counted.properties, *counted.classes)}
    return sorted({iri(each[1 : max(each.rfind("/"), each.rfind("#")) + 1]) for each in used})


def _graph(name: str, counted: Counts) -> Iterator[About]:
    graph = GRAPHS[name]
    classes = {iri(f"{graph}.class.{short_name(each)}"): (each, n) for each, n in counted.classes.items()}
    properties = {
        iri(f"{graph}.property.{short_name(each)}"): (each, n) for each, n in counted.properties.items()
    }
    yield {
        iri(graph): [
            is_a("void:Dataset"),
            *said("dcterms:title", words()["files"][name]),
            (term("void:triples"), number(counted.triples)),
            (term("void:distinctSubjects"), number(counted.subjects)),
            (term("void:distinctObjects"), number(counted.objects)),
            (term("void:classes"), number(len(classes))),
            (term("void:properties"), number(len(properties))),
            (term("void:feature"), _FORMAT),
            (term("void:dataDump"), iri(GRAPH + name)),
            *((term("void:classPartition"), part) for part in classes),
            *((term("void:propertyPartition"), part) for part in properties),
        ]
    }
    yield {p: [(term("void:class"), t), (term("void:entities"), number(n))] for p, (t, n) in classes.items()}
    yield {
        p: [(term("void:property"), t), (term("void:triples"), number(n))] for p, (t, n) in properties.items()
    }


def links(stated: Iterable[Triple]) -> Links:
    """How many links lead to each register, by property."""
    spaces = {name: iri(register["space"])[:-1] for name, register in words()["registers"].items()}
    return Counter(
        (name, predicate)
        for _, predicate, value in stated
        if predicate in _LINKS
        for name, space in spaces.items()
        if value.startswith(space)
    )


def _register(register: Mapping[str, str]) -> Iterator[Pair]:
    yield is_a("void:Dataset")
    yield term("dcterms:title"), literal(register["title"], lang="en")
    yield term("void:uriSpace"), literal(register["space"])
    yield term("foaf:homepage"), iri(register["page"])
